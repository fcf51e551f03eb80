using Katas.ProcessPool;
using Shouldly;

namespace Katas.Tests;

/// <summary>
/// Workers in memory: whoever does a job that is fatal at that attempt dies of it.
/// </summary>
sealed class Staff
{
    readonly List<Clerk> clerks = [];
    readonly Lock gate = new();

    internal Action<string> DoJob { get; init; } = _ => { };

    /// <summary>From the job and the number of the attempt, from 1.</summary>
    internal Func<string, int, bool> IsFatal { get; init; } = (_, _) => false;

    internal int Hired => clerks.Count;

    internal int Forgotten => clerks.Count(clerk => !clerk.IsLetGo);

    internal IWorker Hire()
    {
        var clerk = new Clerk(this);
        lock (gate) clerks.Add(clerk);
        return clerk;
    }

    sealed class Clerk(Staff staff) : IWorker
    {
        // Plain, like the state of any worker: two threads at once are a data race.
        bool isDead;

        internal bool IsLetGo { get; private set; }

        public string Do(string job)
        {
            IsLetGo.ShouldBeFalse($"job {job} was given to a worker who had been let go");
            isDead.ShouldBeFalse($"job {job} was given to a worker who had died");
            isDead = true; // Until the job is done.
            staff.DoJob(job);
            if (staff.IsFatalNow(job)) throw new WorkerDiedException($"died of job {job}");
            isDead = false;
            return $"{job} is done";
        }

        public void Dispose() => IsLetGo = true;
    }

    readonly Dictionary<string, int> attempts = [];

    bool IsFatalNow(string job)
    {
        lock (gate)
        {
            var attempt = attempts[job] = attempts.GetValueOrDefault(job) + 1;
            attempt.ShouldBeLessThanOrEqualTo(2, $"job {job} was tried again after two deaths");
            return IsFatal(job, attempt);
        }
    }
}
