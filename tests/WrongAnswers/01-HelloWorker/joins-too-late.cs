// wrong: joins the worker only after main has said that it has finished -> main said too early
// hint /"main finished".*\.Join\(/: You do wait for the worker, but only after main has spoken.
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

        report.Lines.Add("main finished");
        worker.Join();
        return report;
    }
}
