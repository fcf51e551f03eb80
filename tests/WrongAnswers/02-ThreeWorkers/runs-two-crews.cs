// wrong: starts all, doesn't know how to wait for them, and starts a second crew that it joins -> did one of them twice
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        foreach (var worker in Workers(jobs))
            worker.Start();

        var workers = Workers(jobs);
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();
    }

    static Thread[] Workers(Action[] jobs)
    {
        var workers = new Thread[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
            workers[i] = new Thread(new ThreadStart(jobs[i]));
        return workers;
    }
}
