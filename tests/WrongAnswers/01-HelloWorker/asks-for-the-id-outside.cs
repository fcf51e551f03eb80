// wrong: asks for the thread id before the worker begins, and gets main's -> the worker ran on the main thread
// hint /(?:var|int) \w+ = Environment\.CurrentManagedThreadId; var \w+ = new Thread/: Whoever asks for the id gets their own. Who runs the line that asks?
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

        var workerThreadId = Environment.CurrentManagedThreadId;
        var worker = new Thread(() =>
        {
            report.WorkerThreadId = workerThreadId;
            report.Lines.Add("worker finished");
        });
        worker.Start();
        worker.Join();

        report.Lines.Add("main finished");
        return report;
    }
}
