namespace Interleavings.Scheduling;

/// <summary>
/// What an exploration has found out about its program, and must take into account from the start: it
/// begins anew. Most programs can't tell the difference, and don't pay for it.
/// </summary>
internal sealed class Insight
{
    private readonly HashSet<LocationName> _mixedSemaphores = [];

    /// <summary>
    /// Others see the first or last step of a parallel loop's workers: so a worker may end between two
    /// iterations, and another take its place.
    /// </summary>
    internal bool RelievesWorkers { get; set; }

    /// <summary>The objects that are told apart by their hash codes.</summary>
    internal List<(int Creator, int Number)> Hashed { get; } = [];

    /// <summary>Whether some threads block at this semaphore, and others await it.</summary>
    internal bool IsMixed(LocationName semaphore) => _mixedSemaphores.Contains(semaphore);

    internal void Mixes(LocationName semaphore) => _mixedSemaphores.Add(semaphore);

    private readonly HashSet<LocationName> _withBegunWaits = [];

    /// <summary>
    /// Whether the program can tell a wait that has begun from one that hasn't: the object is disposed
    /// of, or asked who waits.
    /// </summary>
    internal bool SeesWaits(LocationName name) => _withBegunWaits.Contains(name);

    internal void HasSeenWaits(LocationName name) => _withBegunWaits.Add(name);

    private readonly HashSet<LocationName> _shownThreads = [];

    /// <summary>Whether others than a thread and its creator ask how it is called or treated.</summary>
    internal bool ShowsThread(LocationName thread) => _shownThreads.Contains(thread);

    internal void IsShownThread(LocationName thread) => _shownThreads.Add(thread);

    /// <summary>Whether somebody asks for the status of a task that has a delegate to run.</summary>
    internal bool SeesStatus { get; set; }

    /// <summary>Whether one time limit has had to wait for another that was due much earlier.</summary>
    internal bool OrdersTimes { get; set; }

    /// <summary>How many ticks of a timer that repeats are explored.</summary>
    internal int Ticks { get; set; } = 3;

    internal const int MostTicks = 12;

    private readonly HashSet<LocationName> _timersWithAnEnd = [];

    /// <summary>Whether somebody who disposes of a timer waits for its callbacks.</summary>
    internal bool SeesCallbacksEnd(LocationName timer) => _timersWithAnEnd.Contains(timer);

    internal void HasSeenCallbacksEnd(LocationName timer) => _timersWithAnEnd.Add(timer);

    /// <summary>Work on the pool leaves a lock behind, which later work on its thread holds.</summary>
    internal bool TracksLocks { get; set; }

    /// <summary>A pool thread that waits for a task may run it, and the program can tell.</summary>
    internal bool RunsInline { get; set; }
}
