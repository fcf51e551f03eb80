using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ManualResetEventSlim"/>: the location's state is 1 while set. Those who wait don't
/// disturb each other.
/// </summary>
[Models(typeof(ManualResetEventSlim))]
public static class ManualResetEventSlimModel
{
    public static ManualResetEventSlim New(string site) => new();

    public static ManualResetEventSlim New(bool initialState, string site) => new(initialState);

    public static ManualResetEventSlim New(bool initialState, int spinCount, string site) =>
        new(initialState, spinCount);

    public static void Wait(ManualResetEventSlim target, string site)
    {
        if (Hook.Current is { } operation) Wait(operation, target, Timeout.Infinite, site);
        else target.Wait();
    }

    public static bool Wait(ManualResetEventSlim target, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) return target.Wait(millisecondsTimeout);
        CheckFirst(operation, target, millisecondsTimeout, site);
        return Wait(operation, target,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site);
    }

    public static bool Wait(ManualResetEventSlim target, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? Wait(operation, target, Limits.Of(timeout, nameof(timeout)), site)
            : target.Wait(timeout);

    public static void Wait(
        ManualResetEventSlim target, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation) Wait(operation, target, Timeout.Infinite, site, cancellationToken);
        else target.Wait(cancellationToken);
    }

    public static bool Wait(ManualResetEventSlim target, int millisecondsTimeout,
        CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation) return target.Wait(millisecondsTimeout, cancellationToken);
        CheckFirst(operation, target, millisecondsTimeout, site);
        return Wait(operation, target,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site, cancellationToken);
    }

    public static bool Wait(ManualResetEventSlim target, TimeSpan timeout,
        CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Wait(operation, target, Limits.Of(timeout, nameof(timeout)), site, cancellationToken)
            : target.Wait(timeout, cancellationToken);

    public static void Set(ManualResetEventSlim target, string site)
    {
        if (Hook.Current is { } operation) Change(operation, target, EventKind.Set, 1, site);
        else target.Set();
    }

    public static void Reset(ManualResetEventSlim target, string site)
    {
        if (Hook.Current is not { } operation)
        {
            target.Reset();
            return;
        }
        Change(operation, target, EventKind.Reset, 0, site);
    }

    public static bool get_IsSet(ManualResetEventSlim target, string site) =>
        Hook.Current is { } operation
            ? Primitive.Read(operation, At(operation, target), site) > 0
            : target.IsSet;

    public static int get_SpinCount(ManualResetEventSlim target, string site) => target.SpinCount;

    public static void Dispose(ManualResetEventSlim target, string site)
    {
        if (Hook.Current is { } operation)
            Disposal.Dispose(operation, target, At(operation, target), site);
        else target.Dispose();
    }

    private static bool Wait(Operation operation, ManualResetEventSlim target, int limit, string site,
        CancellationToken cancellation = default)
    {
        var location = At(operation, target);
        return new Waiting(
            EventKind.Await, location, AccessMode.Read, new IsAboveZero(location), site)
        {
            Token = cancellation,
            LooksAtTokenFirst = true,
            DisposedAs = Name,
        }.Within(operation, limit);
    }

    /// <summary>Unlike the others, <c>Set</c> and <c>IsSet</c> do not mind disposal.</summary>
    private static void Change(
        Operation operation, ManualResetEventSlim target, EventKind kind, int state, string site)
    {
        var location = At(operation, target);
        Primitive.Write(operation, location, kind, releases: true, site);
        if (kind == EventKind.Reset) Disposal.ThrowIfDisposed(operation, location, Name);
        location.State = state;
    }

    /// <summary>With a limit that is none, the check for disposal comes before that for the limit.</summary>
    private static void CheckFirst(
        Operation operation, ManualResetEventSlim target, int limit, string site)
    {
        if (limit < Timeout.Infinite)
            Disposal.Check(operation, target, At(operation, target), Name, site);
    }

    private static Location At(Operation operation, ManualResetEventSlim target)
    {
        var location = Primitive.At(operation, target);
        if (location.Model is null)
        {
            location.Model = Known;
            location.State = target.IsSet ? 1 : 0;
        }
        return location;
    }

    private static readonly object Known = new();

    private static readonly string Name = typeof(ManualResetEventSlim).FullName!;
}
