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

    /// <summary>Whether some threads block at this semaphore, and others await it.</summary>
    internal bool IsMixed(LocationName semaphore) => _mixedSemaphores.Contains(semaphore);

    internal void Mixes(LocationName semaphore) => _mixedSemaphores.Add(semaphore);

    /// <summary>Work on the pool leaves a lock behind, which later work on its thread holds.</summary>
    internal bool TracksLocks { get; set; }

    /// <summary>A pool thread that waits for a task may run it, and the program can tell.</summary>
    internal bool RunsInline { get; set; }
}
