// wrong: two threads can look at the number of the next job before either has moved it on -> data race
// hint /taken\+\+|slot = taken/: To take the next job is to read a number and to write it: both in one step, or both under a lock.
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
                for (int slot; (slot = taken++) < jobs.Length;)
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
                worker.Dispose();
                worker = null;
            }
        }
        return new(job, null);
    }
}
