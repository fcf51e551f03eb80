// wrong: waits only when there is one more than there are slots -> two items in one slot
// hint /\.Count > capacity\b|\bcapacity < \w+\.Count\b/: When there are as many items as slots, all are full; you begin to wait one item later.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
            while (items.Count > capacity)
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
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
