// wrong: joins a worker that was never started -> ThreadStateException
// hint /^(?!.*\.Start\(\))/: A thread that was never started can't be waited for: `Start` comes before `Join`.
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
        worker.Join();

        report.Lines.Add("main finished");
        return report;
    }
}
