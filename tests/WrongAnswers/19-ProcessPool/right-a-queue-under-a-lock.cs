// right: a queue of slots under a lock, and a class for whoever sits at a desk
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var waiting = new Queue<int>(Enumerable.Range(0, jobs.Length));
        var threads = new List<Thread>();
        for (var i = 0; i < workers; i++)
        {
            var thread = new Thread(() =>
            {
                IWorker? worker = null;
                try
                {
                    while (true)
                    {
                        int slot;
                        lock (waiting)
                        {
                            if (!waiting.TryDequeue(out slot)) break;
                        }
                        outcomes[slot] = Attempt(jobs[slot], ref worker);
                    }
                }
                finally
                {
                    worker?.Dispose();
                }
            });
            threads.Add(thread);
            thread.Start();
        }
        threads.ForEach(thread => thread.Join());
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
