using Interleavings.Tests.Litmus;

namespace Interleavings.Benchmarks;

/// <summary>What is left on the heap while executions go by: it must not grow.</summary>
internal static class FlatHeap
{
    internal static void Run(long executions)
    {
        var bounds = new Bounds { CountAll = true, Executions = 100_000, TotalEvents = long.MaxValue };
        var program = Programs.Locked(2, 10);
        var done = 0L;
        while (done < executions)
        {
            done += Explorer.Explore(program, bounds).Executions;
            Console.WriteLine($"{done,12:N0} executions  {GC.GetTotalMemory(true) / 1024,8:N0} KiB on the heap"
                + $"  {Environment.WorkingSet / 1024 / 1024,5:N0} MiB in all");
        }
    }
}
