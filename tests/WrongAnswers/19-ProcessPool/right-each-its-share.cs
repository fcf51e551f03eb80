// right: each worker has its share of the jobs from the start, which needs no dealing out
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
