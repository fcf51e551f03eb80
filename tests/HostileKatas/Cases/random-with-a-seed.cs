// harmless: chance with a seed is none -> Proved
public static class Kata
{
    static int n;

    public static void Run()
    {
        var rounds = new Random(7).Next(1, 50);
        for (var i = 0; i < rounds; i++) Interlocked.Increment(ref n);
    }
}
