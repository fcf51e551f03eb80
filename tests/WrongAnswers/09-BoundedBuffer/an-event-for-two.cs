// wrong: an event that wakes one, set twice while nobody waits, counts once -> deadlock
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();
    readonly AutoResetEvent hasItem = new(false);
    readonly AutoResetEvent hasRoom = new(false);

    public void Put(T item)
    {
        while (true)
        {
            lock (gate)
            {
                if (items.Count < capacity)
                {
                    items.Enqueue(item);
                    hasItem.Set();
                    return;
                }
            }
            hasRoom.WaitOne();
        }
    }

    public T Take()
    {
        while (true)
        {
            lock (gate)
            {
                if (items.TryDequeue(out var item))
                {
                    hasRoom.Set();
                    return item;
                }
            }
            hasItem.WaitOne();
        }
    }
}
