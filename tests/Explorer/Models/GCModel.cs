using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="GC"/>: whether an object is kept, and whether it has a finalizer left to run. A collection itself changes nothing
/// here: what it may lead to is told when the execution ends.
/// </summary>
[Models(typeof(GC))]
public static class GCModel
{
    public static void KeepAlive(object? obj, string site)
    {
        if (obj is not null && Hook.Current is { } operation)
            operation.Execution.WeakTargets.Kept(obj, operation);
        GC.KeepAlive(obj);
    }

    public static void SuppressFinalize(object obj, string site)
    {
        GC.SuppressFinalize(obj);
        Hook.Current?.Execution.Finalizable.Suppressed(obj);
    }

    public static void ReRegisterForFinalize(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            GC.ReRegisterForFinalize(obj);
            return;
        }
        ArgumentNullException.ThrowIfNull(obj);
        operation.Execution.Finalizable.Made(obj, site);
    }
}
