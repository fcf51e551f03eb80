// wrong: the thread of a worker that has died twice ends, and whatever is left stays undone -> waits at
// hint /Answer is null\)? (?:\{ )?(?:return|break);/: The thread ends with its worker, and the jobs that are left find nobody. Hire another worker, and go on.
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
                {
                    outcomes[slot] = Attempt(jobs[slot], ref worker);
                    if (outcomes[slot].Answer is null) return;
                }
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
