// right: wakes all when it puts; so while a slot is full only producers can be asleep, and one pulse is enough when it takes
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
            Monitor.PulseAll(gate);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            while (items.Count == 0)
                Monitor.Wait(gate);
            var item = items.Dequeue();
            Monitor.Pulse(gate);
            return item;
        }
    }
}
