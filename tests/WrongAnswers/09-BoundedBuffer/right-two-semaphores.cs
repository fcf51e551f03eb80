// right: one semaphore counts the free slots, another one the items; the lock is only for the queue
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly SemaphoreSlim free = new(capacity);
    readonly SemaphoreSlim there = new(0);
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        free.Wait();
        lock (items)
            items.Enqueue(item);
        there.Release();
    }

    public T Take()
    {
        there.Wait();
        T item;
        lock (items)
            item = items.Dequeue();
        free.Release();
        return item;
    }
}
