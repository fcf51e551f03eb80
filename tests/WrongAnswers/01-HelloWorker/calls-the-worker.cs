// wrong: calls the worker's code instead of starting a thread -> the worker ran on the main thread
// hint /^(?!.*new Thread)/: Nothing here starts a thread: a method that is called runs on the caller's.
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

        void Work()
        {
            report.WorkerThreadId = Environment.CurrentManagedThreadId;
            report.Lines.Add("worker finished");
        }
        Work();

        report.Lines.Add("main finished");
        return report;
    }
}
