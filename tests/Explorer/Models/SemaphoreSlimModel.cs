using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="SemaphoreSlim"/>: the location's state is the number of permits.</summary>
[Models(typeof(SemaphoreSlim))]
public static partial class SemaphoreSlimModel
{
    public static SemaphoreSlim New(int initialCount, string site) => new(initialCount);

    public static SemaphoreSlim New(int initialCount, int maxCount, string site) =>
        new(initialCount, maxCount);

    public static void Wait(SemaphoreSlim semaphore, string site)
    {
        if (Hook.Current is { } operation) Wait(operation, semaphore, Timeout.Infinite, site);
        else semaphore.Wait();
    }

    public static bool Wait(SemaphoreSlim semaphore, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) return semaphore.Wait(millisecondsTimeout);
        // .NET 10 checks nothing here: whatever is below -1 has run out already.
        var limit = millisecondsTimeout < Timeout.Infinite ? 0 : millisecondsTimeout;
        return Wait(operation, semaphore, limit, site);
    }

    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout, string site)
    {
        if (Hook.Current is not { } operation) return semaphore.Wait(timeout);
        return Wait(operation, semaphore, Limits.Of(timeout, nameof(timeout)), site);
    }

    public static void Wait(SemaphoreSlim semaphore, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation)
            Wait(operation, semaphore, Timeout.Infinite, site, cancellationToken);
        else semaphore.Wait(cancellationToken);
    }

    public static bool Wait(SemaphoreSlim semaphore, int millisecondsTimeout,
        CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return semaphore.Wait(millisecondsTimeout, cancellationToken);
        var limit = millisecondsTimeout < Timeout.Infinite ? 0 : millisecondsTimeout;
        return Wait(operation, semaphore, limit, site, cancellationToken);
    }

    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout,
        CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Wait(operation, semaphore, Limits.Of(timeout, nameof(timeout)), site, cancellationToken)
            : semaphore.Wait(timeout, cancellationToken);

    public static int Release(SemaphoreSlim semaphore, string site) =>
        Hook.Current is { } operation
            ? Release(operation, semaphore, 1, site)
            : semaphore.Release();

    public static int Release(SemaphoreSlim semaphore, int releaseCount, string site) =>
        Hook.Current is { } operation
            ? Release(operation, semaphore, releaseCount, site)
            : semaphore.Release(releaseCount);

    public static int get_CurrentCount(SemaphoreSlim semaphore, string site) =>
        Hook.Current is { } operation
            ? (int)Primitive.Read(operation, At(operation, semaphore), site)
            : semaphore.CurrentCount;

    public static void Dispose(SemaphoreSlim semaphore, string site)
    {
        if (Hook.Current is { } operation)
            Disposal.Dispose(operation, semaphore, At(operation, semaphore), site);
        else semaphore.Dispose();
    }

    private static bool Wait(Operation operation, SemaphoreSlim semaphore, int limit, string site,
        CancellationToken cancellation = default)
    {
        var location = At(operation, semaphore);
        if (limit != 0) ((Permits)location.Model!).Blocks(operation, location);
        return Wait(operation, location, new IsAboveZero(location), [], limit, site, cancellation);
    }

    /// <param name="also">What else the condition looks at.</param>
    private static bool Wait(Operation operation, Location location, ICondition condition,
        Access[] also, int limit, string site, CancellationToken cancellation)
    {
        var waiting = new Waiting(EventKind.Permit, location, AccessMode.Write, condition, site)
        {
            More = also,
            Token = cancellation,
            LooksAtTokenFirst = true,
            DisposedAs = Name,
        };
        if (!waiting.Within(operation, limit)) return false;
        location.State--;
        return true;
    }

    private static int Release(Operation operation, SemaphoreSlim semaphore, int count, string site)
    {
        var location = At(operation, semaphore);
        if (count < 1) Disposal.Check(operation, semaphore, location, Name, site);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, "releaseCount");
        var permits = (Permits)location.Model!;
        Execution.Announce(operation, EventKind.Give, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = permits.Touched();
        next.Varies = true;
        operation.Execution.Perform(operation);
        Disposal.ThrowIfDisposed(operation, location, Name);
        var before = location.State;
        if (permits.Most - before < count) throw new SemaphoreFullException();
        location.State += count;
        permits.HandOver(operation, location);
        return (int)before;
    }

    private static readonly string Name = typeof(SemaphoreSlim).FullName!;

    /// <summary>The real one is never entered in an execution: it keeps what it was made with.</summary>
    private static Location At(Operation operation, SemaphoreSlim semaphore)
    {
        var location = Primitive.At(operation, semaphore);
        if (location.Model is null)
        {
            location.Model = new Permits(Most(semaphore));
            location.State = semaphore.CurrentCount;
        }
        return location;
    }

    /// <summary>No public member tells it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_maxCount")]
    private static extern ref readonly int Most(SemaphoreSlim semaphore);
}
