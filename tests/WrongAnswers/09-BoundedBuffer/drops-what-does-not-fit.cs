// wrong: a producer that finds no slot goes away with its item -> waits for a pulse that never comes
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
            if (items.Count == capacity) return;
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
