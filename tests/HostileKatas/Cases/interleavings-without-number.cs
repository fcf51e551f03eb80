// hostile: so many interleavings that nobody lives to see the last -> Unfinished
public static class Kata
{
    public static void Run()
    {
        var numbers = new System.Collections.Concurrent.ConcurrentQueue<int>();
        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() =>
        {
            for (var n = 0; n < 50; n++) numbers.Enqueue(n);
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
