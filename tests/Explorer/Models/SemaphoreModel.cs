using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Semaphore"/> without a name: one with a name is for several processes.</summary>
[Models(typeof(Semaphore))]
public static class SemaphoreModel
{
    public static Semaphore New(int initialCount, int maximumCount, string site)
    {
        var semaphore = new Semaphore(initialCount, maximumCount);
        if (Hook.Current is not { } operation) return semaphore;
        var location = Primitive.At(operation, semaphore);
        location.Model = new SemaphoreHandle(maximumCount);
        location.State = initialCount;
        return semaphore;
    }

    public static int Release(Semaphore semaphore, string site) => Hook.Current is null
        ? semaphore.Release()
        : Release(semaphore, 1, site);

    public static int Release(Semaphore semaphore, int releaseCount, string site)
    {
        if (Hook.Current is not { } operation) return semaphore.Release(releaseCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(releaseCount);
        var location = Handle.At(operation, semaphore, site);
        Primitive.Write(operation, location, EventKind.Set, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Handle.Closed);
        var before = location.State;
        if (before + releaseCount > ((SemaphoreHandle)location.Model!).Most)
            throw new SemaphoreFullException();
        location.State = before + releaseCount;
        return (int)before;
    }

    private sealed class SemaphoreHandle(int most) : Handle
    {
        internal int Most => most;

        internal override AccessMode Mode => AccessMode.Write;

        internal override void Pass(Operation operation, Location location) => location.State--;
    }
}
