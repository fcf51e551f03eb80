// wrong: lets only so many be at work at a time, and still hires a worker for every job -> a worker was hired for every job
// hint /SemaphoreSlim/: To be at work at the same time is one thing, to be hired another: who has done a job can do the next.
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var places = new SemaphoreSlim(workers);
        var threads = new Thread[jobs.Length];
        for (var i = 0; i < threads.Length; i++)
        {
            var slot = i;
            threads[i] = new Thread(() =>
            {
                places.Wait();
                IWorker? worker = null;
                outcomes[slot] = Attempt(jobs[slot], ref worker);
                worker?.Dispose();
                places.Release();
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
