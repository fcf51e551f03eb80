// wrong: one worker for everything, so that nobody is in anybody's way -> never
namespace Katas.ProcessPool;

public sealed class Pool(int workers, Func<IWorker> hire)
{
    public Outcome[] Do(string[] jobs)
    {
        IWorker? worker = null;
        var outcomes = new Outcome[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
            outcomes[i] = Attempt(jobs[i], ref worker);
        worker?.Dispose();
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
