// wrong: keeps the last job for the thread that called -> shared a thread
// hint /jobs\[\^1\]\(\)|jobs\[jobs\.Length - 1\]\(\)/: Here the caller does a job itself. It is only to start the workers, and to wait for them.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var workers = new Thread[jobs.Length - 1];
        for (var i = 0; i < workers.Length; i++)
        {
            var job = jobs[i];
            workers[i] = new Thread(() => job());
            workers[i].Start();
        }
        jobs[^1]();
        foreach (var worker in workers)
            worker.Join();
    }
}
