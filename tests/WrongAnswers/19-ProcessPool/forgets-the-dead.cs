// wrong: disposes of those who live at the end, and not of those who have died -> a worker was never disposed of
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var taken = 0;
        var threads = new Thread[workers];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                IWorker? worker = null;
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

    Outcome Attempt(string job, ref IWorker? worker)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            worker ??= hire();
            try
            {
                return new(job, worker.Do(job));
            }
            catch (WorkerDiedException)
            {
                worker = null;
            }
        }
        return new(job, null);
    }
}
