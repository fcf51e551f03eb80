// wrong: pulses when it has given the lock back -> SynchronizationLockException
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
                Monitor.Wait(gate);
            items.Enqueue(item);
        }
        Monitor.PulseAll(gate);
    }

    public T Take()
    {
        T item;
        lock (gate)
        {
            while (items.Count == 0)
                Monitor.Wait(gate);
            item = items.Dequeue();
        }
        Monitor.PulseAll(gate);
        return item;
    }
}
