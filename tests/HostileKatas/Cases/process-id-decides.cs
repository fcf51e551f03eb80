// harmless: the number of the process decides, which stays -> Proved
public static class Kata
{
    public static void Run()
    {
        var n = 0;
        for (var i = 0; i < Environment.ProcessId % 7; i++) Interlocked.Increment(ref n);
    }
}
