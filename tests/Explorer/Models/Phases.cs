using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a <see cref="Barrier"/> is within an execution. Arriving is one event, being let through
/// another; the location's state is the number of the phase.
/// </summary>
/// <remarks>
/// Arrivals commute as long as the same operations meet in every phase, and nobody acts between the
/// phases. Where one too many arrives, their order decides who belongs to which phase: then somebody
/// arrives, in whatever order, who wasn't in the phase before.
/// </remarks>
internal sealed class Phases(int expected)
{
    private readonly Dictionary<long, Exception> _exceptions = [];
    private Operation? _actor;

    /// <summary>
    /// From the last arrival to the end of the action. Until then the phase has its number, while the
    /// participants are already counted for the next (<c>Barrier.cs</c>, <c>FinishPhase</c>).
    /// </summary>
    private bool _isFinishing;
    private HashSet<Operation> _here = [];
    private HashSet<Operation> _before = [];

    internal int Expected { get; private set; } = expected;

    /// <summary>How many have arrived in the present phase.</summary>
    internal int Here { get; private set; }

    internal int Remaining => Expected - Counted;

    private int Counted => _isFinishing ? 0 : Here;

    internal Action<Barrier>? Action { get; init; }

    internal static readonly string Name = typeof(Barrier).FullName!;

    internal bool Arrive(Operation operation, Location location, Barrier barrier, int limit,
        CancellationToken cancellation, string site)
    {
        MustNotAct(operation);
        var staysForEver = limit < 0 && !cancellation.CanBeCanceled;
        var commutes = Action is null && staysForEver && !operation.Execution.IsExact;
        Primitive.Write(operation, location, EventKind.Arrive, releases: true, site,
            commutes ? AccessMode.Add : AccessMode.Write);
        Disposal.ThrowIfDisposed(operation, location, Name);
        Acquired(operation);
        if (commutes && location.State > 0 && !_before.Contains(operation))
            throw operation.Execution.Doubt();
        if (Expected == 0)
            throw new InvalidOperationException("The barrier has no registered participants.");
        if (_isFinishing)
            throw new InvalidOperationException("More threads than registered participants.");
        var phase = location.State;
        Here++;
        _here.Add(operation);
        if (Here == Expected) Finish(operation, location, barrier, site);
        var waiting = new Waiting(EventKind.AwaitPhase, location,
            staysForEver ? AccessMode.Read : AccessMode.Write,
            new IsPastOrDisposed(location, phase), site);
        if (!IsLetThrough(operation, waiting with { Token = cancellation }, limit, out var cancelled))
        {
            // Too late to leave: all are here, and the phase is being finished.
            if (_isFinishing) waiting.Within(operation, Timeout.Infinite);
            else
            {
                Here--;
                _here.Remove(operation);
                return cancelled is null ? false : throw cancelled;
            }
        }
        // A participant that waits asks again every ten seconds, and then finds it disposed of.
        if (location.State <= phase) throw Disposal.In(operation, Name);
        ThrowIfFailed(phase);
        return true;
    }

    private void ThrowIfFailed(long phase)
    {
        if (_exceptions.TryGetValue(phase, out var exception))
            throw new BarrierPostPhaseException(exception);
    }

    private static bool IsLetThrough(
        Operation operation, Waiting waiting, int limit, out OperationCanceledException? cancelled)
    {
        cancelled = null;
        try
        {
            return waiting.Within(operation, limit);
        }
        catch (OperationCanceledException exception)
        {
            cancelled = exception;
            return false;
        }
    }

    internal long Add(Operation operation, Location location, int count, string site)
    {
        MustNotAct(operation);
        Primitive.Write(operation, location, EventKind.Signal, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Name);
        if (Expected + count > short.MaxValue) throw new ArgumentOutOfRangeException("participantCount");
        Expected += count;
        if (!_isFinishing) return location.State;
        // New participants belong to the next phase, and wait until it begins.
        var phase = location.State;
        var isPast = new IsPastOrDisposed(location, phase);
        new Waiting(EventKind.AwaitPhase, location, AccessMode.Read, isPast, site)
            .Within(operation, Timeout.Infinite);
        return location.State > phase ? location.State : throw Disposal.In(operation, Name);
    }

    internal void Remove(
        Operation operation, Location location, Barrier barrier, int count, string site)
    {
        MustNotAct(operation);
        Primitive.Write(operation, location, EventKind.Signal, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Name);
        if (Expected < count) throw new ArgumentOutOfRangeException("participantCount");
        if (Expected - Counted < count)
            throw new InvalidOperationException("More participants than have not arrived yet.");
        Acquired(operation);
        Expected -= count;
        if (Counted == 0 || Counted != Expected) return;
        var phase = location.State;
        Finish(operation, location, barrier, site);
        ThrowIfFailed(phase);
    }

    internal void MustNotAct(Operation operation)
    {
        if (operation == _actor)
            throw new InvalidOperationException("Not from within the post-phase action.");
    }

    private void Finish(Operation operation, Location location, Barrier barrier, string site)
    {
        if (Action is { } action)
        {
            _isFinishing = true;
            try
            {
                _actor = operation;
                action(barrier);
            }
            catch (Exception exception) when (exception is not Unwinding)
            {
                _exceptions[location.State] = exception;
            }
            finally
            {
                _actor = null;
            }
            Primitive.Write(operation, location, EventKind.Set, releases: true, site);
        }
        Here = 0;
        _isFinishing = false;
        (_before, _here) = (_here, _before);
        _here.Clear();
        location.State++;
    }

    /// <summary>The last to arrive sees what the others have written, in the action as well.</summary>
    private static void Acquired(Operation operation)
    {
        if (operation.Unscheduled > 0) return;
        var trace = operation.Execution.Trace;
        trace[trace.Count - 1].Acquires = true;
    }

    private sealed class IsPastOrDisposed(Location location, long phase) : ICondition
    {
        public bool Holds(States states) =>
            states.Of(location) > phase || states.AreAfterDisposal(location);
    }
}
