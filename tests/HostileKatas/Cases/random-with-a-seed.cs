// harmless: chance with a seed is none -> Proved
public static class Kata
{
    public static void Run()
    {
        var n = 0;
        var rounds = new Random(7).Next(1, 50);
        for (var i = 0; i < rounds; i++) Interlocked.Increment(ref n);
    }
}
