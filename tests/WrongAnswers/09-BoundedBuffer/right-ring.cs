// right: an array used in a circle, and two numbers that only grow
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly T[] slots = new T[capacity];
    long put;
    long taken;

    public void Put(T item)
    {
        lock (slots)
        {
            while (put - taken == capacity)
                Monitor.Wait(slots);
            slots[put++ % capacity] = item;
            Monitor.PulseAll(slots);
        }
    }

    public T Take()
    {
        lock (slots)
        {
            while (put == taken)
                Monitor.Wait(slots);
            var item = slots[taken++ % capacity];
            Monitor.PulseAll(slots);
            return item;
        }
    }
}
