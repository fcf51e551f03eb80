// wrong: makes up for a worker that might not have begun by doing the job itself as well -> each job is to be done once
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
            workers[i].Start();
        }
        for (var i = 0; i < jobs.Length; i++)
        {
            if (workers[i].IsAlive) workers[i].Join();
            else jobs[i]();
        }
    }
}
