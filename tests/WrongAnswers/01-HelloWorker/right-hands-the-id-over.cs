// right: the worker leaves its id in a local, and main writes the report after Join
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

        var workerThreadId = 0;
        var worker = new Thread(() => workerThreadId = Thread.CurrentThread.ManagedThreadId);
        worker.Start();
        worker.Join();

        report.WorkerThreadId = workerThreadId;
        report.Lines.Add("worker finished");
        report.Lines.Add("main finished");
        return report;
    }
}
