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
            if (items.Count == capacity)
                Monitor.Wait(gate);
            items.Enqueue(item);
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits until there is an item, and takes the oldest.</summary>
    public T Take()
    {
        lock (gate)
        {
            if (items.Count == 0)
                Monitor.Wait(gate);
            var item = items.Dequeue();
            Monitor.Pulse(gate);
            return item;
        }
    }
}
