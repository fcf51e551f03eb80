namespace Interleavings.Tests.Litmus;

/// <summary>The frame of most litmus programs: start all, join all.</summary>
internal static class Threads
{
    internal static void Run(params Action[] bodies)
    {
        var threads = new Thread[bodies.Length];
        for (var i = 0; i < bodies.Length; i++) threads[i] = new(new ThreadStart(bodies[i]));
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }

    /// <summary>The same body several times; each gets its number.</summary>
    internal static void Run(int count, Action<int> body)
    {
        var bodies = new Action[count];
        for (var i = 0; i < count; i++)
        {
            var number = i;
            bodies[i] = () => body(number);
        }
        Run(bodies);
    }
}
