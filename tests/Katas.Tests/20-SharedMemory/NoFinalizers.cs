using System.Runtime.CompilerServices;

namespace Katas.Tests;

/// <summary>
/// While it lives, no finalizer runs. A file that only its finalizer would close stays open, and so does
/// the lock on it; otherwise the next garbage collection would decide whether a spec passes.
/// </summary>
sealed class NoFinalizers : IDisposable
{
    readonly ManualResetEventSlim hasBegun = new();
    readonly ManualResetEventSlim isOver = new();

    public NoFinalizers()
    {
        Drop();
        // All finalizers run on one thread, one after the other.
        do GC.Collect();
        while (!hasBegun.Wait(10));
    }

    public void Dispose() => isOver.Set();

    /// <summary>In a method of its own, so that no frame keeps what it drops.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Drop() => _ = new Holding(this);

    sealed class Holding(NoFinalizers holder)
    {
        ~Holding()
        {
            holder.hasBegun.Set();
            holder.isOver.Wait();
        }
    }
}
