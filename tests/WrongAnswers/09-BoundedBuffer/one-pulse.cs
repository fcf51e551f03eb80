// wrong: looks again after each wake-up, but wakes only one, who may be the wrong one -> lost wake-up
// hint /^(?!.*PulseAll).*Monitor\.Pulse\(.*Monitor\.Pulse\(/: Producers and consumers sleep side by side: the one who is woken may be the one who can do nothing.
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
            Monitor.Pulse(gate);
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
