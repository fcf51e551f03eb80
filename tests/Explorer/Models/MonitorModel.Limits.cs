using Interleavings.Hooks;

namespace Interleavings.Models;

// The members that take a time limit.
public static partial class MonitorModel
{
    public static bool TryEnter(object obj, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.TryEnter(obj, millisecondsTimeout);
        MustBe(obj);
        // The runtime's own check, which names no parameter.
        if (millisecondsTimeout < -1) throw new ArgumentOutOfRangeException();
        return Ownership.TryEnter(operation, obj, millisecondsTimeout, site);
    }

    public static bool TryEnter(object obj, TimeSpan timeout, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.TryEnter(obj, timeout);
        var limit = Limits.Of(timeout, nameof(timeout));
        MustBe(obj);
        return Ownership.TryEnter(operation, obj, limit, site);
    }

    public static void TryEnter(
        object obj, int millisecondsTimeout, ref bool lockTaken, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.TryEnter(obj, millisecondsTimeout, ref lockTaken);
            return;
        }
        MustNotBeTaken(lockTaken);
        lockTaken = TryEnter(obj, millisecondsTimeout, site);
    }

    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.TryEnter(obj, timeout, ref lockTaken);
            return;
        }
        var limit = Limits.Of(timeout, nameof(timeout));
        MustNotBeTaken(lockTaken);
        MustBe(obj);
        lockTaken = Ownership.TryEnter(operation, obj, limit, site);
    }

    public static bool Wait(object obj, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.Wait(obj, millisecondsTimeout);
        ArgumentNullException.ThrowIfNull(obj);
        var limit = Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout));
        return Wait(operation, obj, limit, site);
    }

    public static bool Wait(object obj, TimeSpan timeout, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.Wait(obj, timeout);
        var limit = Limits.Of(timeout, nameof(timeout));
        ArgumentNullException.ThrowIfNull(obj);
        return Wait(operation, obj, limit, site);
    }
}
