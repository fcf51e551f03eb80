// wrong: sleeps for a while and hopes that the worker is done by then -> main said too early
// hint /Thread\.Sleep/: However long main sleeps, the worker may take longer. What waits for its end?
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

        var worker = new Thread(() =>
        {
            report.WorkerThreadId = Environment.CurrentManagedThreadId;
            report.Lines.Add("worker finished");
        });
        worker.Start();
        Thread.Sleep(100);

        report.Lines.Add("main finished");
        return report;
    }
}
