// right: the worker is a method of an object of its own, and main's part comes before Join as far as it can
namespace Katas.HelloWorker;

public static class Hello
{
    public static Report Run()
    {
        var report = new Report();
        var worker = new Thread(new Worker(report).Work) { Name = "worker" };
        worker.Start();
        report.ProcessId = Environment.ProcessId;
        report.MainThreadId = Environment.CurrentManagedThreadId;
        worker.Join();
        report.Lines.Add("main finished");
        return report;
    }

    sealed class Worker(Report report)
    {
        public void Work()
        {
            report.WorkerThreadId = Environment.CurrentManagedThreadId;
            report.Lines.Add("worker finished");
        }
    }
}
