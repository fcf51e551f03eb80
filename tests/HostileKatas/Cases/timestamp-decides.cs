// hostile: lets a timestamp decide -> Stopwatch.GetTimestamp at Kata.cs:8 decides what the program does
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        if (Stopwatch.GetTimestamp() % 2 == 0) throw new InvalidOperationException("by chance");
    }
}
