using Katas.ProcessPool;

namespace Katas.Tests;

/// <summary>A worker in memory, who never dies.</summary>
sealed class Hand(Action<string>? work = null) : IWorker
{
    // Plain, like the state of any worker: two threads at once are a data race.
    int jobs;

    public string Do(string job)
    {
        jobs++;
        work?.Invoke(job);
        return $"{job} is done";
    }

    public void Dispose() => jobs = 0;
}
