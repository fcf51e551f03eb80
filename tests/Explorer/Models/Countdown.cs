using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a <see cref="CountdownEvent"/> is within an execution.</summary>
internal sealed class Countdown
{
    private int _initial;

    private static readonly string Name = typeof(CountdownEvent).FullName!;

    internal static bool Signal(Operation operation, CountdownEvent target, int count, string site)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, "signalCount");
        var location = Change(operation, target, EventKind.Signal, site);
        if (location.State < count) throw new InvalidOperationException();
        location.State -= count;
        return location.State == 0;
    }

    /// <summary>
    /// Without a look at the result, signals commute as long as none is one too many: and whether one
    /// is doesn't depend on their order, only whose it is.
    /// </summary>
    internal static void SignalDropped(
        Operation operation, CountdownEvent target, int count, string site)
    {
        if (operation.Execution.IsExact)
        {
            Signal(operation, target, count, site);
            return;
        }
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, "signalCount");
        var location = At(operation, target);
        Primitive.Write(
            operation, location, EventKind.Signal, releases: true, site, AccessMode.Add);
        Disposal.ThrowIfDisposed(operation, location, Name);
        if (location.State < count) throw operation.Execution.Doubt();
        location.State -= count;
    }

    internal static void Add(Operation operation, CountdownEvent target, int count, string site)
    {
        if (!TryAdd(operation, target, count, site)) throw new InvalidOperationException();
    }

    internal static bool TryAdd(Operation operation, CountdownEvent target, int count, string site)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, "signalCount");
        var location = Change(operation, target, EventKind.Signal, site);
        if (location.State == 0) return false;
        if (location.State > int.MaxValue - count) throw new InvalidOperationException();
        location.State += count;
        return true;
    }

    internal static void Reset(Operation operation, CountdownEvent target, int? count, string site)
    {
        if (count < 0) Disposal.Check(operation, target, At(operation, target), Name, site);
        if (count is { } given) ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(count));
        var location = Change(operation, target, EventKind.Reset, site);
        var countdown = (Countdown)location.Model!;
        countdown._initial = count ?? countdown._initial;
        location.State = countdown._initial;
    }

    internal static bool Wait(Operation operation, CountdownEvent target, int limit, string site,
        CancellationToken cancellation = default)
    {
        var location = At(operation, target);
        return new Waiting(EventKind.Await, location, AccessMode.Read, new IsZero(location), site)
        {
            Token = cancellation,
            LooksAtTokenFirst = true,
            DisposedAs = Name,
        }.Within(operation, limit);
    }

    internal static int Initial(Operation operation, CountdownEvent target, string site)
    {
        var location = At(operation, target);
        Primitive.Read(operation, location, site);
        return ((Countdown)location.Model!)._initial;
    }

    internal static void Dispose(Operation operation, CountdownEvent target, string site) =>
        Disposal.Dispose(operation, target, At(operation, target), site);

    /// <summary>The real one is never counted in an execution: it keeps what it was made with.</summary>
    internal static Location At(Operation operation, CountdownEvent target)
    {
        var location = Primitive.At(operation, target);
        if (location.Model is null)
        {
            location.Model = new Countdown { _initial = target.InitialCount };
            location.State = target.CurrentCount;
        }
        return location;
    }

    private static Location Change(
        Operation operation, CountdownEvent target, EventKind kind, string site)
    {
        var location = At(operation, target);
        Primitive.Write(operation, location, kind, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Name);
        return location;
    }
}
