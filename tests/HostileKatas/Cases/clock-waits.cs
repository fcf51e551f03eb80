// hostile: waits by the clock -> at Kata.cs:9
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 60_000) ;
    }
}
