// wrong: the semaphore that counts the items is static: an item in one buffer opens all -> Two buffers have nothing in common
// hint /static readonly SemaphoreSlim/: A static is shared by all buffers: an item in one of them lets somebody take from another.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    static readonly SemaphoreSlim there = new(0);
    readonly SemaphoreSlim free = new(capacity);
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        free.Wait();
        lock (items) items.Enqueue(item);
        there.Release();
    }

    public T Take()
    {
        there.Wait();
        T item;
        lock (items) item = items.Dequeue();
        free.Release();
        return item;
    }
}
