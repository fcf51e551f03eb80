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
            // Asked for in here, it is the worker's id; asked for outside, it would be main's.
            report.WorkerThreadId = Environment.CurrentManagedThreadId;
            report.Lines.Add("worker finished");
        });
        worker.Start();

        // Start only lets the worker run; when it does is not ours to say. Join waits until it has
        // ended, and from here on main sees everything that the worker has written.
        worker.Join();

        report.Lines.Add("main finished");
        return report;
    }
}
