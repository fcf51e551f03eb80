// harmless: assertions of its own that hold -> Proved
#define DEBUG
#define TRACE
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        var count = 1;
        Debug.Assert(count == 1);
        Debug.Assert(count == 1, $"count is {count}");
        Trace.Assert(count == 1, "count");
        Debug.WriteLine("all is well");
    }
}
