// wrong: makes all workers first, but starts and joins each in turn -> deadlock
// hint /for(?:each)? \([^{}]*\) \{[^{}]*?(\b\w+)\.Start\(\); \1\.Join\(\)/: Each worker is joined before the next is started. Start all, then join all.
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
