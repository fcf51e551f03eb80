// wrong: keeps the outcomes by the text of the job: two equal jobs are done once -> two jobs of the same name are two jobs
using System.Collections.Concurrent;

namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        var found = new ConcurrentDictionary<string, Outcome>();
        var queue = new ConcurrentQueue<string>(jobs.Distinct());
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
        {
            IWorker? worker = null;
            while (queue.TryDequeue(out var job))
            {
                string? answer = null;
                for (var attempt = 0; attempt < 2 && answer is null; attempt++)
                {
                    worker ??= hire();
                    try { answer = worker.Do(job); }
                    catch (WorkerDiedException)
                    {
                        worker.Dispose();
                        worker = null;
                    }
                }
                found[job] = new(job, answer);
            }
            worker?.Dispose();
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return [.. jobs.Select(job => found[job])];
    }
}
