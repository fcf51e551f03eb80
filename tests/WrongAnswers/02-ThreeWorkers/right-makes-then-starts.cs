// right: three loops: make all, start all, join all
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var workers = new Thread[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
            workers[i] = new Thread(new ThreadStart(jobs[i]));
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();
    }
}
