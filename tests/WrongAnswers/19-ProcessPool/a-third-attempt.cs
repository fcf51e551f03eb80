// wrong: tries each job up to three times -> was tried again after two deaths
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var outcomes = new Outcome[jobs.Length];
        var next = -1;
        var threads = Enumerable.Range(0, Math.Min(workers, jobs.Length)).Select(_ => new Thread(() =>
        {
            IWorker? worker = null;
            for (int i; (i = Interlocked.Increment(ref next)) < jobs.Length;)
            {
                string? answer = null;
                for (var attempt = 0; attempt < 3 && answer is null; attempt++)
                {
                    worker ??= hire();
                    try { answer = worker.Do(jobs[i]); }
                    catch (WorkerDiedException)
                    {
                        worker.Dispose();
                        worker = null;
                    }
                }
                outcomes[i] = new(jobs[i], answer);
            }
            worker?.Dispose();
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return outcomes;
    }
}
