// hostile: lets a stopwatch decide -> Stopwatch.StartNew at Kata.cs:8 decides what the program does
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        var watch = Stopwatch.StartNew();
        if (watch.ElapsedTicks % 2 == 0) throw new InvalidOperationException("by chance");
    }
}
