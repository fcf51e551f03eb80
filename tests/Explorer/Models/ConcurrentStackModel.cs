using System.Collections.Concurrent;

namespace Interleavings.Models;

/// <summary><see cref="ConcurrentStack{T}"/>: see <see cref="ConcurrentQueueModel"/>.</summary>
[Models(typeof(ConcurrentStack<>))]
public static class ConcurrentStackModel
{
    public static void Push<T>(ConcurrentStack<T> stack, T item, string site)
    {
        using var call = AtomicCall.Write(stack, site);
        stack.Push(item);
        call.Shows(item);
    }

    public static bool TryPop<T>(ConcurrentStack<T> stack, out T? result, string site) =>
        Taken.By(AtomicCall.Write(stack, site), stack.TryPop(out var item), item, out result, site);

    public static bool TryPeek<T>(ConcurrentStack<T> stack, out T? result, string site) =>
        Taken.By(AtomicCall.Read(stack, site), stack.TryPeek(out var item), item, out result, site);
}
