using System.Diagnostics;
using Katas.SpawnAndMonitor;

namespace Katas.Tests;

/// <summary>
/// A learner's supervisor with real workers, which work until they are told to end.
/// </summary>
[StackTraceHidden]
sealed class Shift : IDisposable
{
    readonly Nursery nursery = new();
    readonly List<Worker> workers = [];

    internal Nursery Nursery => nursery;

    /// <summary>Sees who is left when the call comes back.</summary>
    internal Witness Witness { get; } = new();

    internal bool IsMonitored => monitored > 0;

    int monitored;

    internal void Add(string name, int exitCode = 0) =>
        workers.Add(new(name, nursery.StartInfo(name, "wait", $"{exitCode}")));

    internal void Add(string name, ProcessStartInfo startInfo) => workers.Add(new(name, startInfo));

    internal Child this[string name] => nursery.Find(name)!;

    internal Trial<IReadOnlyList<Sighting>> Begin(Action<Look> monitor) =>
        nursery.Begin(() => Witness.Call(() => Supervisor.Run(workers, look =>
        {
            nursery.Announce(() => monitored++);
            AreAllAtWork();
            Witness.Watch(nursery.Living);
            monitor(look);
        })));

    /// <summary>Runs them; lets them end when the monitor has seen them.</summary>
    internal IReadOnlyList<Sighting> Run(Action<Look> monitor)
    {
        var run = Begin(look =>
        {
            monitor(look);
            foreach (var child in nursery.Living) child.Tell();
        });
        ExpectAllAtWork(run);
        var (sightings, error) = run.Ended(() => "The call never came back, although every worker"
            + " has ended or was told to.");
        if (error is not null)
            Fail.Because($"The call threw: {error.GetType().Name}: {error.Message}");
        if (monitored != 1)
            Fail.Because($"The monitor was called {monitored} times: once is enough.");
        return sightings;
    }

    /// <summary>Comes back when all have been started, and the monitor has been called.</summary>
    internal void ExpectAllAtWork<T>(Trial<T> run)
    {
        nursery.WaitFor(() => IsMonitored || run.IsDone);
        if (AreAllAtWork() && IsMonitored) return;

        var missing = string.Join(" and ", Missing);
        if (run.IsDone && missing == "")
            Fail.Because("The call came back, and the monitor was never called.");
        else if (missing == "")
            Fail.Because($"{nursery.Names} are at work, but the monitor was never called.",
                "Call it when all are started, before you wait for anybody.");
        else if (nursery.Living is [])
            Fail.Because($"{missing} never came to work: nobody started the process.");
        else
            Fail.Because($"{nursery.Names} waits for the others, but {missing} never came to work.",
                "First start all of them; only then wait for one.");
    }

    public void Dispose() => nursery.Dispose();

    bool AreAllAtWork() => nursery.WaitFor(() => !Missing.Any());

    IEnumerable<string> Missing =>
        workers.Select(worker => worker.Name).Where(name => nursery.Find(name) is null);
}
