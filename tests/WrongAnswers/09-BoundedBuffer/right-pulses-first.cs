// right: pulses before the change; under one lock nobody sees the difference
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
            while (items.Count >= capacity)
                Monitor.Wait(gate);
            Monitor.PulseAll(gate);
            items.Enqueue(item);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            T? item;
            while (!items.TryDequeue(out item))
                Monitor.Wait(gate);
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
