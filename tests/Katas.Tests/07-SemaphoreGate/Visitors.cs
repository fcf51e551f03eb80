using Katas.SemaphoreGate;
using Shouldly;

namespace Katas.Tests;

/// <summary>Threads that pass a gate, each counting who is inside.</summary>
sealed class Visitors(Gate gate, int places)
{
    int _inside;
    int _visits;
    int _most;

    internal void All(int visitors)
    {
        Together([.. Enumerable.Repeat<ThreadStart>(() => gate.Pass(LookAround), visitors)]);

        _most.ShouldBeLessThanOrEqualTo(places, "more were inside than there are places");
        _visits.ShouldBe(visitors, "not every visit was made once");
    }

    void LookAround()
    {
        // It fails where the report is to end: at the step by which there are too many.
        var inside = Interlocked.Increment(ref _inside);
        // An attempt that catches everything gets to know nothing of this.
        if (inside > places) Volatile.Write(ref _most, inside);
        Interlocked.Increment(ref _visits);
        inside.ShouldBeLessThanOrEqualTo(places, "more are inside than there are places");
        Interlocked.Decrement(ref _inside);
    }

    internal static void Together(params ThreadStart[] visitors)
    {
        var threads = new Thread[visitors.Length];
        for (var i = 0; i < visitors.Length; i++)
        {
            threads[i] = new Thread(visitors[i]);
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
