using System.Collections.Concurrent;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ConcurrentQueue{T}"/>: the members whose result decides what they did. The others are
/// events by <see cref="ObjectModel"/>, one each.
/// </summary>
[Models(typeof(ConcurrentQueue<>))]
public static class ConcurrentQueueModel
{
    public static void Enqueue<T>(ConcurrentQueue<T> queue, T item, string site)
    {
        using var call = AtomicCall.Write(queue, site);
        queue.Enqueue(item);
        call.Shows(item);
    }

    public static bool TryDequeue<T>(ConcurrentQueue<T> queue, out T? result, string site) =>
        Taken.By(AtomicCall.Write(queue, site), queue.TryDequeue(out var item), item, out result, site);

    public static bool TryPeek<T>(ConcurrentQueue<T> queue, out T? result, string site) =>
        Taken.By(AtomicCall.Read(queue, site), queue.TryPeek(out var item), item, out result, site);
}
