namespace Katas.ProcessPool;

/// <param name="workers">How many workers there may be at a time.</param>
/// <param name="hire">Gets a new worker. For real, that starts a process.</param>
public sealed class Pool(int workers, Func<IWorker> hire)
{
    /// <summary>Does all the jobs. Each outcome is at the index of its job.</summary>
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var threads = new Thread[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
        {
            var slot = i;
            threads[i] = new Thread(() =>
            {
                using var worker = hire();
                outcomes[slot] = new Outcome(jobs[slot], worker.Do(jobs[slot]));
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return outcomes;
    }
}
