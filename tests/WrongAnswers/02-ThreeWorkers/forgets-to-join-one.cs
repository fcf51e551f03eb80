// wrong: stops one short when it joins -> Run returned before every job was done
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
        for (var i = 0; i < workers.Length - 1; i++)
            workers[i].Join();
    }
}
