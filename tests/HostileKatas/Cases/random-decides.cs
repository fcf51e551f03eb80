// hostile: chance decides what is done -> Random
public static class Kata
{
    static int n;

    public static void Run()
    {
        var threads = Random.Shared.Next(1, 50);
        for (var i = 0; i < threads; i++) Interlocked.Increment(ref n);
    }
}
