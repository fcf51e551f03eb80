using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Mutex"/> without a name: one with a name is for several processes.</summary>
[Models(typeof(Mutex))]
public static class MutexModel
{
    public static Mutex New(string site) => New(false, site);

    public static Mutex New(bool initiallyOwned, string site)
    {
        if (Hook.Current is not { } operation) return new(initiallyOwned);
        var mutex = new Mutex();
        var location = Primitive.At(operation, mutex);
        var handle = new MutexHandle();
        (location.Model, location.State) = (handle, 1);
        if (initiallyOwned) handle.Pass(operation, location);
        return mutex;
    }

    public static void ReleaseMutex(Mutex mutex, string site)
    {
        if (Hook.Current is not { } operation)
        {
            mutex.ReleaseMutex();
            return;
        }
        var location = Handle.At(operation, mutex, site);
        Primitive.Write(operation, location, EventKind.Release, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Handle.Closed);
        ((MutexHandle)location.Model!).Release(operation, location);
    }

    /// <summary>The thread ends: the mutexes that it owns are abandoned, which the next owners are told.</summary>
    internal static void Abandon(Operation operation, string site)
    {
        while (operation.OwnedMutexes is [.., var location] && !operation.Execution.IsOver)
        {
            Primitive.Write(operation, location, EventKind.Release, releases: true, site);
            ((MutexHandle)location.Model!).Abandon(operation, location);
        }
    }

    private sealed class MutexHandle : Handle
    {
        private Operation? _owner;
        private int _stay;
        private int _times;
        private bool _isAbandoned;

        internal override AccessMode Mode => AccessMode.Write;

        /// <summary>Not by what it was before an await: another thread may go on then.</summary>
        internal override bool IsHeldBy(Operation operation) =>
            _owner == operation && _stay == operation.Stay;

        internal override void Pass(Operation operation, Location location)
        {
            _times++;
            if (IsHeldBy(operation)) return;
            (_owner, _stay, location.State) = (operation, operation.Stay, 0);
            (operation.OwnedMutexes ??= []).Add(location);
            if (!_isAbandoned) return;
            _isAbandoned = false;
            throw new AbandonedMutexException();
        }

        internal void Release(Operation operation, Location location)
        {
            if (!IsHeldBy(operation))
            {
                throw new ApplicationException("Object synchronization method was called from an"
                    + " unsynchronized block of code.");
            }
            if (--_times == 0) Free(operation, location);
        }

        internal void Abandon(Operation operation, Location location)
        {
            _isAbandoned = true;
            _times = 0;
            Free(operation, location);
        }

        private void Free(Operation operation, Location location)
        {
            (_owner, location.State) = (null, 1);
            operation.OwnedMutexes!.Remove(location);
        }
    }
}
