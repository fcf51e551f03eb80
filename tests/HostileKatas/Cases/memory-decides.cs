// hostile: the memory in use decides what is done -> GC
public static class Kata
{
    static int n;

    public static void Run()
    {
        for (var i = GC.GetTotalAllocatedBytes(true) / 8; i > 0; i /= 2)
        {
            if (i % 2 == 1) Interlocked.Increment(ref n);
        }
    }
}
