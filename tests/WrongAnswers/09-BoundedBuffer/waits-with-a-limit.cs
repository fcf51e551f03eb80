// wrong: gets tired of waiting after a second, and goes on -> Queue empty
// hint /\bif \([^{};]*\) (?:\{ )?Monitor\.Wait\(\w+, /: When the time is up, `Wait` comes back although nothing has changed, and you go on.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Queue<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
            if (items.Count == capacity)
                Monitor.Wait(gate, 1000);
            items.Enqueue(item);
            Monitor.PulseAll(gate);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            if (items.Count == 0)
                Monitor.Wait(gate, 1000);
            var item = items.Dequeue();
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
