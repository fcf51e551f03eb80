// wrong: the number of the next job is static, and goes on counting in the next call -> A pool can be used again
// hint /static int \w+/: A static outlives the call: the next one begins to count where this one has ended.
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    static int taken;

    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            threads[i] = new Thread(() =>
            {
                IWorker? worker = null;
                for (int slot; (slot = Interlocked.Increment(ref taken) - 1) < jobs.Length;)
                {
                    string? answer = null;
                    for (var attempt = 1; attempt <= 2 && answer is null; attempt++)
                    {
                        worker ??= hire();
                        try
                        {
                            answer = worker.Do(jobs[slot]);
                        }
                        catch (WorkerDiedException)
                        {
                            worker.Dispose();
                            worker = null;
                        }
                    }
                    outcomes[slot] = new(jobs[slot], answer);
                }
                worker?.Dispose();
            });
            threads[i].Start();
        }
        foreach (var thread in threads) thread.Join();
        return outcomes;
    }
}
