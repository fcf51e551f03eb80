// wrong: a consumer waits for items, but a producer never for a slot -> two items in one slot
// hint /Put\(\w+ \w+\) \{ lock \(\w+\) \{ \w+\.(?:Enqueue|Add|Push|AddLast)\(/: `Put` never asks whether a slot is free, so the shelf has no end.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
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
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
