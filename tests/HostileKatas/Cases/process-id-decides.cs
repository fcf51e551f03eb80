// harmless: the number of the process decides, which stays -> Proved
public static class Kata
{
    static int n;

    public static void Run()
    {
        for (var i = 0; i < Environment.ProcessId % 7; i++) Interlocked.Increment(ref n);
    }
}
