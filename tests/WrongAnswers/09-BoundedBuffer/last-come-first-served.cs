// wrong: a stack, so that the newest item is taken first -> should be "first"
// hint /\bStack</: A stack gives out what came last. Here the oldest is to go first.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly Stack<T> items = new();

    public void Put(T item)
    {
        lock (gate)
        {
            while (items.Count == capacity)
                Monitor.Wait(gate);
            items.Push(item);
            Monitor.PulseAll(gate);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            while (items.Count == 0)
                Monitor.Wait(gate);
            var item = items.Pop();
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
