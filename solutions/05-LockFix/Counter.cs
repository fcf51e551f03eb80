namespace Katas.LockFix;

public sealed class Counter
{
    // One lock for as long as the counter lives. A new one for each call would keep nobody out.
    readonly Lock gate = new();
    int count;

    public int Value
    {
        get
        {
            // A reader needs the lock too: without it nothing orders its read and the others'
            // writes, and nothing promises that it ever sees them.
            lock (gate)
                return count;
        }
    }

    public void Increment()
    {
        // Read, add and write under one lock, held all the while: nobody else's write can come
        // between the read and the write.
        lock (gate)
            count++;
    }
}
