// wrong: takes each exception for the death of the worker, so that nobody hears of any other -> which is not a death
// hint /catch(?: \(Exception(?: \w+)?\))? \{/: This `catch` takes everything for a death. Catch `WorkerDiedException`, and nothing more.
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
                for (var attempt = 0; attempt < 2 && answer is null; attempt++)
                {
                    worker ??= hire();
                    try { answer = worker.Do(jobs[i]); }
                    catch
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
