// hostile: an assertion of its own that fails in one interleaving only -> Trace.Assert fails: seen twice
#define TRACE
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        var count = 0;
        var thread = new Thread(() => Interlocked.Increment(ref count));
        thread.Start();
        Trace.Assert(Volatile.Read(ref count) == 0, "seen", "twice");
        thread.Join();
    }
}
