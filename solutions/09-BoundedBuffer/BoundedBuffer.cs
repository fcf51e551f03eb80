namespace Katas.BoundedBuffer;

/// <summary>A row of slots between threads: who comes first is served first.</summary>
public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    /// <summary>Waits until a slot is free, and puts an item into it.</summary>
    public void Put(T item)
    {
        lock (gate)
        {
            // Woken is not served: between the pulse and our turn at the lock somebody else may
            // have filled the slot. So look again, each time.
            while (items.Count == capacity)
                Monitor.Wait(gate);
            items.Enqueue(item);

            // Producers and consumers wait in the same queue. One pulse might wake another
            // producer, who can only wait again, while the consumer sleeps on.
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits until there is an item, and takes the oldest.</summary>
    public T Take()
    {
        lock (gate)
        {
            while (items.Count == 0)
                Monitor.Wait(gate);
            var item = items.Dequeue();
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
