// wrong: pulses when it has given the lock back -> SynchronizationLockException
// hint /lock \((\w+)\) \{(?:[^{}]|\{[^{}]*\})*\} Monitor\.Pulse(?:All)?\(\1\)/: Only who holds the lock may pulse, and here it has been given back already.
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
        Monitor.PulseAll(gate);
    }

    public T Take()
    {
        T item;
        lock (gate)
        {
            while (items.Count == 0)
                Monitor.Wait(gate);
            item = items.Dequeue();
        }
        Monitor.PulseAll(gate);
        return item;
    }
}
