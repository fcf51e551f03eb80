using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>The lock of any object: <c>lock (o)</c> and <see cref="Monitor"/>.</summary>
[Models(typeof(Monitor))]
public static partial class MonitorModel
{
    public static void Enter(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.Enter(obj);
            return;
        }
        MustBe(obj);
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
        MustBe(obj);
        Ownership.Enter(operation, obj, site);
        lockTaken = true;
    }

    public static bool TryEnter(object obj, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.TryEnter(obj);
        MustBe(obj);
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
        MustBe(obj);
        lockTaken = Ownership.TryEnter(operation, obj, site);
    }

    public static void Exit(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.Exit(obj);
            return;
        }
        MustBe(obj);
        if (!Ownership.Exit(operation, obj, site)) throw new SynchronizationLockException();
    }

    public static bool IsEntered(object obj, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.IsEntered(obj);
        ArgumentNullException.ThrowIfNull(obj);
        return Ownership.IsHeld(operation, obj);
    }

    /// <summary>The runtime's own check, which names no parameter.</summary>
    private static void MustBe(object? obj)
    {
        if (obj is null) throw new ArgumentNullException();
    }

    private static void MustNotBeTaken(bool lockTaken)
    {
        if (lockTaken) throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
    }
}
