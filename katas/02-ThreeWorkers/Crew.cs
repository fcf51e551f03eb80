namespace Katas.ThreeWorkers;

public static class Crew
{
    /// <summary>Runs each job on a worker thread of its own; returns when all are done.</summary>
    public static void Run(params Action[] jobs)
    {
        foreach (var job in jobs)
        {
            var worker = new Thread(() => job());
            worker.Start();
            worker.Join();
        }
    }
}
