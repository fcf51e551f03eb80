// right: main asks the thread object for its id, and joins before it says a word
namespace Katas.HelloWorker;

public static class Hello
{
    public static Report Run()
    {
        var report = new Report
        {
            ProcessId = Environment.ProcessId,
            MainThreadId = Environment.CurrentManagedThreadId,
        };

        var worker = new Thread(() => report.Lines.Add("worker finished"));
        report.WorkerThreadId = worker.ManagedThreadId;
        worker.Start();
        worker.Join();

        report.Lines.Add("main finished");
        return report;
    }
}
