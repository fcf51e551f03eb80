// hostile: a timer that goes off for ever -> Kata.cs
public static class Kata
{
    public static void Run()
    {
        var count = 0;
        using var timer = new Timer(_ => Interlocked.Increment(ref count), null, 0, 10);
        while (Volatile.Read(ref count) < 1_000_000_000) Thread.Sleep(10);
    }
}
