// wrong: each worker has a fixed share of the jobs, and those behind a long job wait while others are free -> waits at `rest` for ever
// hint /\+= workers/: Each worker has its share from the start: what stands behind a long job waits, though another worker is free.
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var threads = new Thread[workers];
        for (var i = 0; i < threads.Length; i++)
        {
            var first = i;
            threads[i] = new Thread(() =>
            {
                IWorker? worker = null;
                for (var slot = first; slot < jobs.Length; slot += workers)
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
