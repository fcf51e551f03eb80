using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Barrier"/>: see <see cref="Phases"/>.</summary>
[Models(typeof(Barrier))]
public static class BarrierModel
{
    public static Barrier New(int participantCount, string site) => new(participantCount);

    public static Barrier New(int participantCount, Action<Barrier>? postPhaseAction, string site)
    {
        var barrier = new Barrier(participantCount, postPhaseAction);
        if (Hook.Current is { } operation)
            Primitive.At(operation, barrier).Model = new Phases(participantCount) { Action = postPhaseAction };
        return barrier;
    }

    public static void SignalAndWait(Barrier barrier, string site)
    {
        if (Hook.Current is { } operation) Arrive(operation, barrier, Timeout.Infinite, site);
        else barrier.SignalAndWait();
    }

    public static bool SignalAndWait(Barrier barrier, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) return barrier.SignalAndWait(millisecondsTimeout);
        if (millisecondsTimeout < Timeout.Infinite) Check(operation, barrier, site);
        return Arrive(operation, barrier,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site);
    }

    public static bool SignalAndWait(Barrier barrier, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? Arrive(operation, barrier, Limits.Of(timeout, nameof(timeout)), site)
            : barrier.SignalAndWait(timeout);

    public static void SignalAndWait(
        Barrier barrier, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation)
            Arrive(operation, barrier, Timeout.Infinite, site, cancellationToken);
        else barrier.SignalAndWait(cancellationToken);
    }

    public static bool SignalAndWait(Barrier barrier, int millisecondsTimeout,
        CancellationToken cancellationToken, string site) => Hook.Current is { } operation
            ? Arrive(operation, barrier, Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)),
                site, cancellationToken)
            : barrier.SignalAndWait(millisecondsTimeout, cancellationToken);

    public static bool SignalAndWait(Barrier barrier, TimeSpan timeout,
        CancellationToken cancellationToken, string site) => Hook.Current is { } operation
            ? Arrive(operation, barrier, Limits.Of(timeout, nameof(timeout)), site, cancellationToken)
            : barrier.SignalAndWait(timeout, cancellationToken);

    public static long AddParticipant(Barrier barrier, string site) => Hook.Current is { } operation
        ? Add(operation, barrier, 1, site)
        : barrier.AddParticipant();

    public static long AddParticipants(Barrier barrier, int participantCount, string site) =>
        Hook.Current is { } operation
            ? Add(operation, barrier, participantCount, site)
            : barrier.AddParticipants(participantCount);

    public static void RemoveParticipant(Barrier barrier, string site)
    {
        if (Hook.Current is { } operation) Remove(operation, barrier, 1, site);
        else barrier.RemoveParticipant();
    }

    public static void RemoveParticipants(Barrier barrier, int participantCount, string site)
    {
        if (Hook.Current is { } operation) Remove(operation, barrier, participantCount, site);
        else barrier.RemoveParticipants(participantCount);
    }

    public static int get_ParticipantCount(Barrier barrier, string site)
    {
        if (Hook.Current is not { } operation) return barrier.ParticipantCount;
        var location = At(operation, barrier);
        Primitive.Read(operation, location, site);
        return Of(location).Expected;
    }

    public static int get_ParticipantsRemaining(Barrier barrier, string site)
    {
        if (Hook.Current is not { } operation) return barrier.ParticipantsRemaining;
        var location = At(operation, barrier);
        Primitive.Read(operation, location, site);
        return Of(location).Remaining;
    }

    public static long get_CurrentPhaseNumber(Barrier barrier, string site) =>
        Hook.Current is { } operation
            ? Primitive.Read(operation, At(operation, barrier), site)
            : barrier.CurrentPhaseNumber;

    public static void Dispose(Barrier barrier, string site)
    {
        if (Hook.Current is not { } operation)
        {
            barrier.Dispose();
            return;
        }
        if (operation.Execution.IsOver) return;
        var location = At(operation, barrier);
        Of(location).MustNotAct(operation);
        Disposal.Dispose(operation, barrier, location, site);
    }

    private static bool Arrive(Operation operation, Barrier barrier, int limit, string site,
        CancellationToken cancellation = default)
    {
        var location = At(operation, barrier);
        if (Cancellation.IsRequestedOf(operation, cancellation, site))
        {
            Check(operation, barrier, site);
            throw new OperationCanceledException(cancellation);
        }
        return Of(location).Arrive(operation, location, barrier, limit, cancellation, site);
    }

    private static long Add(Operation operation, Barrier barrier, int participantCount, string site)
    {
        var location = At(operation, barrier);
        if (participantCount is < 1 or > short.MaxValue) Check(operation, barrier, site);
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(participantCount, short.MaxValue);
        return Of(location).Add(operation, location, participantCount, site);
    }

    private static void Remove(Operation operation, Barrier barrier, int participantCount, string site)
    {
        var location = At(operation, barrier);
        if (participantCount < 1) Check(operation, barrier, site);
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        Of(location).Remove(operation, location, barrier, participantCount, site);
    }

    private static void Check(Operation operation, Barrier barrier, string site) =>
        Disposal.Check(operation, barrier, At(operation, barrier), Phases.Name, site);

    private static Phases Of(Location location) => (Phases)location.Model!;

    /// <summary>The real one is never reached in an execution: it keeps what it was made with.</summary>
    private static Location At(Operation operation, Barrier barrier)
    {
        var location = Primitive.At(operation, barrier);
        location.Model ??= new Phases(barrier.ParticipantCount);
        return location;
    }
}
