using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Lock"/>, the lock object of .NET 9 and later.</summary>
[Models(typeof(Lock))]
public static class LockModel
{
    public static Lock New(string site) => new();

    public static void Enter(Lock target, string site)
    {
        if (Hook.Current is { } operation) Ownership.Enter(operation, target, site, LocationName.Model);
        else target.Enter();
    }

    public static bool TryEnter(Lock target, string site) =>
        Hook.Current is { } operation
            ? Ownership.TryEnter(operation, target, site, LocationName.Model)
            : target.TryEnter();

    public static bool TryEnter(Lock target, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
            ? Ownership.TryEnter(operation, target,
                Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site,
                LocationName.Model)
            : target.TryEnter(millisecondsTimeout);

    public static bool TryEnter(Lock target, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? Ownership.TryEnter(operation, target, Limits.Of(timeout, nameof(timeout)), site,
                LocationName.Model)
            : target.TryEnter(timeout);

    public static void Exit(Lock target, string site)
    {
        if (Hook.Current is not { } operation) target.Exit();
        else if (!Ownership.Exit(operation, target, site, LocationName.Model))
            throw new SynchronizationLockException();
    }

    public static LockScope EnterScope(Lock target, string site)
    {
        Enter(target, site);
        return new(target);
    }

    public static bool get_IsHeldByCurrentThread(Lock target, string site) =>
        Hook.Current is { } operation
            ? Ownership.IsHeld(operation, target, LocationName.Model)
            : target.IsHeldByCurrentThread;
}
