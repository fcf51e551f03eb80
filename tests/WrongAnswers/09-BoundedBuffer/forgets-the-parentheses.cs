// wrong: i + 1 % capacity, where (i + 1) % capacity is meant: the ring doesn't close -> IndexOutOfRangeException
// hint /\w+ \+ 1 % \w+/: `%` comes before `+`: this adds 1 % capacity. Put the sum into parentheses.
namespace Katas.BoundedBuffer;

public sealed class BoundedBuffer<T>(int capacity)
{
    readonly object gate = new();
    readonly T[] slots = new T[capacity];
    int head, last, count;

    public void Put(T item)
    {
        lock (gate)
        {
            while (count == capacity) Monitor.Wait(gate);
            slots[last] = item;
            last = last + 1 % capacity;
            count++;
            Monitor.PulseAll(gate);
        }
    }

    public T Take()
    {
        lock (gate)
        {
            while (count == 0) Monitor.Wait(gate);
            var item = slots[head];
            head = head + 1 % capacity;
            count--;
            Monitor.PulseAll(gate);
            return item;
        }
    }
}
