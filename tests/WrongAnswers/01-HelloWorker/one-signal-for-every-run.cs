// wrong: waits for a static event, which stays set for the runs that follow -> in a second run, main said too early
// hint /static (?:readonly )?(?:ManualResetEvent|SemaphoreSlim|CountdownEvent)/: A static signal stays set, and in the next run nothing waits. Join the worker, or make a signal for each run.
namespace Katas.HelloWorker;

public static class Hello
{
    static readonly ManualResetEvent finished = new(false);

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
            finished.Set();
        });
        worker.Start();
        finished.WaitOne();
        report.Lines.Add("main finished");
        return report;
    }
}
