// wrong: makes all workers first, but starts and joins each in turn -> deadlock
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var workers = new Thread[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
        {
            var job = jobs[i];
            workers[i] = new Thread(() => job());
        }
        foreach (var worker in workers)
        {
            worker.Start();
            worker.Join();
        }
    }
}
