// wrong: plays the worker's part itself, with an id that is not its own -> there is no worker
// hint /^(?!.*new Thread)/: Nothing here starts a thread: main does the part of the worker itself.
namespace Katas.HelloWorker;

public static class Hello
{
    public static Report Run()
    {
        var main = Environment.CurrentManagedThreadId;
        var report = new Report { ProcessId = Environment.ProcessId, MainThreadId = main };
        report.WorkerThreadId = main + 7;
        report.Lines.AddRange(["worker finished", "main finished"]);
        return report;
    }
}
