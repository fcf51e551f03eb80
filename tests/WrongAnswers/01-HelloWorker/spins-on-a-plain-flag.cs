// wrong: waits in a loop for a plain bool, which promises nothing about what else was written -> data race
// hint /while \(!\w+(?:\.\w+)?\)/: A plain `bool` promises nothing about what else the worker has written. `Join` does.
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

        var finished = false;
        var worker = new Thread(() =>
        {
            report.WorkerThreadId = Environment.CurrentManagedThreadId;
            report.Lines.Add("worker finished");
            finished = true;
        });
        worker.Start();
        while (!finished) { }

        report.Lines.Add("main finished");
        return report;
    }
}
