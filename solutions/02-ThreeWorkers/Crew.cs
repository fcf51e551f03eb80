namespace Katas.ThreeWorkers;

public static class Crew
{
    /// <summary>Runs each job on a worker thread of its own; returns when all are done.</summary>
    public static void Run(params Action[] jobs)
    {
        var workers = new Thread[jobs.Length];

        // First all the starts: a Join in between would keep the next worker from beginning.
        for (var i = 0; i < jobs.Length; i++)
        {
            var job = jobs[i]; // not i: that one moves on before the worker reads it
            workers[i] = new Thread(() => job());
            workers[i].Start();
        }

        // Then all the joins, in any order: we are done when the slowest is.
        foreach (var worker in workers)
            worker.Join();
    }
}
