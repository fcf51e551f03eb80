// wrong: the outcomes are in the order in which they came -> Each outcome is at its job
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new List<Outcome>();
        var taken = 0;
        var threads = new Thread[workers];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                IWorker? worker = null;
                for (int slot; (slot = Interlocked.Increment(ref taken) - 1) < jobs.Length;)
                {
                    var outcome = Attempt(jobs[slot], ref worker);
                    lock (outcomes) outcomes.Add(outcome);
                }
                worker?.Dispose();
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return [.. outcomes];
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
