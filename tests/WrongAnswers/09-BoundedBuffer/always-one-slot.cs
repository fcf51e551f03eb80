// wrong: one slot, however many are asked for -> What comes first is served first
// hint /^(?!.*(?:Queue|List|Stack|Collection|\[))(?=.*\bbool \w+).*Monitor\.Wait\(/: There is room for one item here, however many slots were asked for.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly int slots = capacity;
    T? slot;
    bool isFull;

    public void Put(T item)
    {
        lock (gate)
        {
            while (isFull)
                Monitor.Wait(gate);
            (slot, isFull) = (item, true);
            Monitor.PulseAll(gate);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            while (!isFull)
                Monitor.Wait(gate);
            isFull = false;
            Monitor.PulseAll(gate);
            return slot!;
        }
    }
}
