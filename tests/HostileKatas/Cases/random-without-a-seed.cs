// hostile: chance decides, of a generator of its own -> Random
public static class Kata
{
    static int n;

    public static void Run()
    {
        var rounds = new Random().Next(1, 1_000);
        for (var i = 0; i < rounds; i++) Interlocked.Increment(ref n);
    }
}
