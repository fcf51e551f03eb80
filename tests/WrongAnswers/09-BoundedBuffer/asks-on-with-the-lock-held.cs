// wrong: waits in a loop, but keeps the lock meanwhile, so that nothing can change -> livelock
// hint /lock \(\w+\) \{[^{}]*while \([^{};]*\) (?:\{ )?(?:Thread\.\w+\(|\w+\.SpinOnce\(|;|\})/: Who asks again and again with the lock in hand keeps out those who could change anything.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
            while (items.Count == capacity)
                Thread.Yield();
            items.Enqueue(item);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            while (items.Count == 0)
                Thread.Yield();
            return items.Dequeue();
        }
    }
}
