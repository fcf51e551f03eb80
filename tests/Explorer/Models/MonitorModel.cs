using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>The lock of any object: <c>lock (o)</c> and <see cref="Monitor"/>.</summary>
[Models(typeof(Monitor))]
public static class MonitorModel
{
    public static void Enter(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.Enter(obj);
            return;
        }
        ArgumentNullException.ThrowIfNull(obj);
        Ownership.Enter(operation, obj, site);
    }

    public static void Enter(object obj, ref bool lockTaken, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.Enter(obj, ref lockTaken);
            return;
        }
        MustNotBeTaken(lockTaken);
        ArgumentNullException.ThrowIfNull(obj);
        Ownership.Enter(operation, obj, site);
        lockTaken = true;
    }

    public static bool TryEnter(object obj, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.TryEnter(obj);
        ArgumentNullException.ThrowIfNull(obj);
        return Ownership.TryEnter(operation, obj, site);
    }

    public static void TryEnter(object obj, ref bool lockTaken, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.TryEnter(obj, ref lockTaken);
            return;
        }
        MustNotBeTaken(lockTaken);
        ArgumentNullException.ThrowIfNull(obj);
        lockTaken = Ownership.TryEnter(operation, obj, site);
    }

    public static void Exit(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.Exit(obj);
            return;
        }
        ArgumentNullException.ThrowIfNull(obj);
        if (!Ownership.Exit(operation, obj, site)) throw new SynchronizationLockException();
    }

    public static bool IsEntered(object obj, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.IsEntered(obj);
        ArgumentNullException.ThrowIfNull(obj);
        return Ownership.IsHeld(operation, obj);
    }

    private static void MustNotBeTaken(bool lockTaken)
    {
        if (lockTaken) throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
    }
}
