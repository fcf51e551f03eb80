// wrong: tries the job again, with the worker that has just died of it -> was given to a worker who had died
// hint /catch \(WorkerDiedException(?: \w+)?\) \{ return new\(\w+, \w+\.Do/: The worker that has died can do no job any more: dispose of it, and hire another one for the second attempt.
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
        worker ??= hire();
        try
        {
            return new(job, worker.Do(job));
        }
        catch (WorkerDiedException)
        {
            return new(job, worker.Do(job));
        }
    }
}
