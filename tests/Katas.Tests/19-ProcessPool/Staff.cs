using Katas.ProcessPool;
using Shouldly;

namespace Katas.Tests;

/// <summary>
/// Workers in memory. A worker dies of a job that is fatal at that attempt.
/// </summary>
sealed class Staff
{
    readonly List<Clerk> clerks = [];
    readonly Dictionary<string, int> attempts = [];
    readonly Lock gate = new();
    string offence = "";

    internal Action<string> DoJob { get; init; } = _ => { };

    /// <summary>From the job and the number of the attempt, from 1.</summary>
    internal Func<string, int, bool> IsFatal { get; init; } = (_, _) => false;

    internal int Hired => clerks.Count;

    internal int Forgotten => clerks.Count(clerk => !clerk.IsLetGo);

    /// <summary>How often each job was tried, in the order of the jobs: "a 2, b 1".</summary>
    internal string Attempts =>
        string.Join(", ", attempts.OrderBy(it => it.Key).Select(it => $"{it.Key} {it.Value}"));

    internal IWorker Hire()
    {
        var clerk = new Clerk(this);
        lock (gate) clerks.Add(clerk);
        return clerk;
    }

    /// <summary>
    /// Fails if a worker was misused. The worker says so itself, but a pool that catches everything
    /// would hide that.
    /// </summary>
    internal void ShouldHaveBeenTreatedWell() => offence.ShouldBe("");

    void Complain(string what)
    {
        lock (gate) offence = what;
        throw new ShouldAssertException(what);
    }

    bool IsFatalNow(string job)
    {
        lock (gate)
        {
            var attempt = attempts[job] = attempts.GetValueOrDefault(job) + 1;
            if (attempt > 2) Complain($"job {job} was tried again after two deaths");
            return IsFatal(job, attempt);
        }
    }

    sealed class Clerk(Staff staff) : IWorker
    {
        // Plain, like the state of any worker: two threads at once are a data race.
        bool isDead;

        internal bool IsLetGo { get; private set; }

        public string Do(string job)
        {
            if (IsLetGo) staff.Complain($"job {job} was given to a worker who had been let go");
            if (isDead) staff.Complain($"job {job} was given to a worker who had died");
            isDead = true; // Until the job is done.
            staff.DoJob(job);
            if (staff.IsFatalNow(job)) throw new WorkerDiedException($"died of job {job}");
            isDead = false;
            return $"{job} is done";
        }

        public void Dispose() => IsLetGo = true;
    }
}
