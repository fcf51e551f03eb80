namespace Interleavings.Scheduling;

/// <summary>
/// The threads of the pool, where their number is bounded. Work waits until one is free, and keeps it
/// until it ends or an await suspends it. .NET doesn't promise which queued work comes next: threads
/// have queues of their own, and steal from each other.
/// </summary>
/// <remarks>
/// The location's state is how many threads are in use. An event that touches it takes a thread, if
/// its operation has none, or else gives it back.
/// </remarks>
internal sealed class PoolThreads
{
    private readonly int _count;
    private readonly Location _location;

    internal PoolThreads(Execution execution, int count)
    {
        _count = count;
        _location = execution.Identities.Location(new(LocationName.Pool, 0, 0)).In(execution.Stamp);
    }

    private Access Access => new(_location, AccessMode.Write);

    /// <summary>Waits until a thread is free: an event.</summary>
    /// <param name="site">Where it was queued.</param>
    /// <param name="crew">
    /// Of a parallel loop, whose caller's own thread carries one iteration at a time.
    /// </param>
    internal void Take(Operation operation, string site, Location? crew = null)
    {
        operation.Crew = crew;
        Execution.Announce(operation, EventKind.TakeThread, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.More = crew is null ? null : [new(crew, AccessMode.Write)];
        next.Guard = Guard.Custom;
        next.Condition = new HasRoom(_location, _count, crew);
        operation.Execution.Perform(operation);
    }

    /// <summary>The operation has nothing more to run there: an event.</summary>
    internal void Return(Operation operation)
    {
        if (!operation.HasPoolThread) return;
        Execution.Announce(operation, EventKind.ReturnThread, "");
        operation.Next.Location = _location;
        operation.Next.Mode = AccessMode.Write;
        if (operation.Crew is { } crew) operation.Next.More = [new(crew, AccessMode.Write)];
        operation.Execution.Perform(operation);
    }

    /// <summary>The announced event, an end or an await, returns the thread as well.</summary>
    internal void ReturnsWithNext(Operation operation)
    {
        if (!operation.HasPoolThread) return;
        ref var next = ref operation.Next;
        next.More = operation.Crew is { } crew
            ? [.. next.More ?? [], Access, new(crew, AccessMode.Write)]
            : [.. next.More ?? [], Access];
    }

    /// <summary>An operation has performed the event that it had announced.</summary>
    internal void Performed(Operation operation)
    {
        ref var performed = ref operation.Next;
        if (performed.Location != _location
            && (performed.More is not { } more || Array.IndexOf(more, Access) < 0)) return;
        var difference = operation.HasPoolThread ? -1 : 1;
        operation.HasPoolThread = !operation.HasPoolThread;
        if (operation.Crew is not { } crew)
        {
            _location.State += difference;
            return;
        }
        var before = Math.Max(0, crew.State - 1);
        crew.State += difference;
        _location.State += Math.Max(0, crew.State - 1) - before;
    }

    private sealed class HasRoom(Location location, int count, Location? crew) : ICondition
    {
        public bool Holds(States states) =>
            states.Of(location) < count || (crew is not null && states.Of(crew) == 0);
    }
}
