// right: a task for each worker, and jobs from a concurrent queue
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<int>(
            Enumerable.Range(0, jobs.Length));
        var desks = Enumerable.Range(0, workers).Select(_ => Task.Run(() =>
        {
            IWorker? worker = null;
            while (waiting.TryDequeue(out var slot))
                outcomes[slot] = Attempt(jobs[slot], ref worker);
            worker?.Dispose();
        })).ToArray();
        Task.WaitAll(desks);
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
