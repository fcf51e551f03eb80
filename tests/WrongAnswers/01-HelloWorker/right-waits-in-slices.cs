// right: waits a tenth of a second at a time, and says so
namespace Katas.HelloWorker;

public static class Hello
{
    public static Report Run()
    {
        var report = new Report();
        report.ProcessId = Environment.ProcessId;
        report.MainThreadId = Environment.CurrentManagedThreadId;
        var worker = new Thread(() =>
        {
            report.WorkerThreadId = Environment.CurrentManagedThreadId;
            report.Lines.Add("worker finished");
        });
        worker.Start();
        while (!worker.Join(100))
            Console.WriteLine("The worker is still at work.");
        report.Lines.Add("main finished");
        return report;
    }
}
