// wrong: a queue without a bound, in which no producer ever waits -> two items in one slot
// hint /^(?!.*\bcapacity\b.*\bcapacity\b)(?!.*\block \()/: Nothing here looks at `capacity`: a producer must wait when all slots are full.
using System.Collections.Concurrent;

namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly ConcurrentQueue<T> items = new();
    readonly SemaphoreSlim there = new(0);

    public void Put(T item)
    {
        items.Enqueue(item);
        there.Release();
    }

    public T Take()
    {
        there.Wait();
        items.TryDequeue(out var item);
        return item!;
    }
}
