using System.Threading.Channels;

namespace Interleavings.Models;

/// <summary>How a channel was asked for.</summary>
/// <param name="Capacity">-1 for no bound.</param>
/// <param name="Dropped">Told of each item that is dropped.</param>
/// <param name="RunsWaiters">Whether who waits goes on inside the call that serves it.</param>
internal sealed record ChannelPlan<T>(
    int Capacity, BoundedChannelFullMode WhenFull, Action<T>? Dropped, bool RunsWaiters, bool CanCount)
{
    /// <summary>Whether it is of the kind that the runtime makes for the promise of a single reader.</summary>
    internal bool HasOneReader => !CanCount;
}
