using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Which work has run on which thread of the pool, as far as the program can tell. .NET promises
/// nothing: work that looks may run on a new thread, or on one whose last work had ended before this
/// work began. That is a choice, made by the first look, and the exploration tries every one.
/// </summary>
/// <remarks>
/// SOUNDNESS.md says why none is missed. A look reads the location, and the end of work that has
/// looked changes it: so the exploration tries both orders of these two, and adds no other.
/// </remarks>
internal sealed class PoolHistory
{
    private readonly Location _location;
    private readonly List<PoolThread> _threads = [];
    private readonly List<(int End, int Begin)> _successions = [];
    private readonly Clocks _clocks = new();

    private PoolHistory(Location location) => _location = location;

    internal static PoolHistory Of(Execution execution)
    {
        var location = LocationOf(execution);
        return (PoolHistory)(location.Model ??= new PoolHistory(location));
    }

    /// <summary>Whether any work has looked.</summary>
    internal static bool IsKnown(Execution execution) => LocationOf(execution).Model is not null;

    /// <summary>The access that the end of work adds to its event, if the work has looked.</summary>
    internal static Access Left(Execution execution) => new(LocationOf(execution), AccessMode.Add);

    private static Location LocationOf(Execution execution) =>
        execution.Identities.Location(new(LocationName.Threads, 0, 0)).In(execution.Stamp);

    internal PoolThread Place(Operation operation, string site)
    {
        var execution = operation.Execution;
        var choice = execution.Memory.Of(new object(), LocationName.Model, operation);
        Announce(operation, _location, AccessMode.Read, site);
        operation.Next.More = [new(choice, AccessMode.Write)];
        execution.Perform(operation);
        var began = Began(operation);
        var chosen = Choose(operation, choice, Idle(execution, began), site);
        if (chosen is null)
        {
            chosen = new(
                operation, execution.Memory.Of(new object(), LocationName.Model, operation));
            _threads.Add(chosen);
        }
        else
        {
            _successions.Add((chosen.Ended, began));
        }
        chosen.Begins(operation);
        return chosen;
    }

    /// <returns>Null for a thread that is new to the program.</returns>
    private static PoolThread? Choose(
        Operation operation, Location choice, List<PoolThread> idle, string site)
    {
        if (idle.Count == 0) return null;
        PoolThread? chosen = null;
        choice.State = Alarm.Set;
        foreach (var thread in idle)
        {
            operation.Execution.Offer(operation, choice, thread.Location, site, () =>
            {
                thread.Location.State++;
                chosen = thread;
            });
        }
        Announce(operation, choice, AccessMode.Write, site);
        operation.Execution.Perform(operation);
        if (choice.State == Alarm.Set) choice.State = Alarm.Withdrawn;
        return chosen;
    }

    private static void Announce(
        Operation operation, Location location, AccessMode mode, string site)
    {
        Execution.Announce(operation, EventKind.Check, site);
        operation.Next.Location = location;
        operation.Next.Mode = mode;
    }

    /// <summary>The first event of the work that an operation does, since its last await.</summary>
    private static int Began(Operation operation)
    {
        var trace = operation.Execution.Trace;
        var index = operation.LastEvent;
        while (trace[index].Previous != operation.SuspendedAt) index = trace[index].Previous;
        return index;
    }

    /// <summary>
    /// Threads whose last work may have ended before this work began: in this order of events, or in
    /// an equivalent one.
    /// </summary>
    private List<PoolThread> Idle(Execution execution, int began)
    {
        if (_threads.Count == 0) return [];
        _clocks.Update(execution.Trace, 0);
        return [.. _threads
            .Where(t => t.Ended >= 0 && !Precedes(execution.Trace, began, t.Ended, []))
            .OrderBy(t => t.Name)];
    }

    /// <summary>By the events, and by what threads have been chosen already.</summary>
    private bool Precedes(Trace trace, int earlier, int later, HashSet<int> passed)
    {
        if (_clocks.IsOrdered(trace, earlier, later)) return true;
        foreach (var (end, begin) in _successions)
        {
            if (_clocks.IsOrdered(trace, earlier, end) && passed.Add(begin)
                && Precedes(trace, begin, later, passed)) return true;
        }
        return false;
    }
}
