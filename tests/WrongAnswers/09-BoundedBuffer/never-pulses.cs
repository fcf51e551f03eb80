// wrong: waits in a loop, and nobody ever wakes anybody -> wait for a pulse that nobody gives
// hint /^(?!.*Monitor\.Pulse).*Monitor\.Wait\(/: Who sleeps in `Wait` is woken by a pulse, and nobody gives one. When would one be due?
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
    }

    public T Take()
    {
        lock (gate)
        {
            while (items.Count == 0)
                Monitor.Wait(gate);
            var item = items.Dequeue();
            return item;
        }
    }
}
