// hostile: chance decides, of a generator of its own -> Random
public static class Kata
{
    public static void Run()
    {
        var n = 0;
        var rounds = new Random().Next(1, 1_000);
        for (var i = 0; i < rounds; i++) Interlocked.Increment(ref n);
    }
}
