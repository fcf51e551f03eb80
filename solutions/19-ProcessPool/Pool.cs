namespace Katas.ProcessPool;

/// <param name="workers">How many workers there may be at a time.</param>
/// <param name="hire">Gets a new worker. For real, that starts a process.</param>
public sealed class Pool(int workers, Func<IWorker> hire)
{
    const int Attempts = 2;

    /// <summary>Does all the jobs. Each outcome is at the index of its job.</summary>
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var taken = 0;

        // A thread for each worker, not for each job: it waits while its worker works.
        var threads = new Thread[Math.Min(workers, jobs.Length)];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                IWorker? worker = null;
                // Who is free takes the next job, so that a long one holds up nobody else. To take
                // one is a single step: no job is taken twice.
                for (int slot; (slot = Interlocked.Increment(ref taken) - 1) < jobs.Length;)
                    outcomes[slot] = Attempt(jobs[slot], ref worker);
                worker?.Dispose();
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return outcomes;
    }

    /// <param name="worker">The thread's own, if it has one; replaced when it dies.</param>
    Outcome Attempt(string job, ref IWorker? worker)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            worker ??= hire();
            try
            {
                return new(job, worker.Do(job));
            }
            catch (WorkerDiedException)
            {
                // It may have died by chance: so once more, with another. A job that has killed two
                // would kill a third.
                worker.Dispose();
                worker = null;
            }
        }
        return new(job, Answer: null);
    }
}
