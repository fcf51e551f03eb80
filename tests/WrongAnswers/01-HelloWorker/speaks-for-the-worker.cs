// wrong: main writes the worker's line itself, and returns without waiting -> the worker's thread id is missing
// hint /^(?!.*\.Join\()/: Main waits for nothing here, and is done before the worker has begun.
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

        var worker = new Thread(() => report.WorkerThreadId = Environment.CurrentManagedThreadId);
        worker.Start();

        report.Lines.Add("worker finished");
        report.Lines.Add("main finished");
        return report;
    }
}
