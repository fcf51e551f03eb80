// wrong: looks again when it takes, but not when it puts -> two items in one slot
// hint /\bif \([^{};]*\bcapacity\) (?:\{ )?Monitor\.Wait\(\w+\);(?=.*\bwhile \([^{};]*\) (?:\{ )?Monitor\.Wait\()/: `Take` looks again when it is woken, `Put` doesn't: its slot may have been filled by another.
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
