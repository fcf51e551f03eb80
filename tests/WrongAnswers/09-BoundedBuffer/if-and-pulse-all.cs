// wrong: wakes everybody, but who wakes goes on without a second look -> look again after waking
// hint /\bif \([^{};]*\) (?:\{ )?Monitor\.Wait\(\w+\);.*\bif \([^{};]*\) (?:\{ )?Monitor\.Wait\(\w+\);/: Woken is not served: before you have the lock again, somebody else may have been there.
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
            if (items.Count == 0)
                Monitor.Wait(gate);
            var item = items.Dequeue();
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
