using System.Diagnostics;
using Interleavings.Tests.Async;
using Interleavings.Tests.Litmus;

namespace Interleavings.Benchmarks;

/// <summary>
/// Mixed programs, explored over and over: every exploration has to end as the first one did, and
/// nothing may be left of it, on the heap or as a thread.
/// </summary>
internal static class Soak
{
    private const long HeapSlack = 4 << 20;
    private static readonly Bounds All = new() { CountAll = true };

    private static readonly (string Name, Func<Verdict> Explore)[] Subjects =
    [
        Threads("locks", Programs.Locked(2, 7)),
        Threads("a race", Programs.Increments(3)),
        Threads("a deadlock", Programs.OppositeLocks()),
        Threads("philosophers", Programs.Philosophers(3, ordered: true)),
        Threads("a rendezvous", Programs.Rendezvous(3)),
        Threads("locks tried", Programs.TriedLocks(2)),
        Threads("lastzero", Programs.LastZero(7)),
        Threads("a parallel loop", static () =>
        {
            var sum = 0;
            Parallel.For(0, 3, i => Interlocked.Add(ref sum, i));
        }),
        Tasks("a race of tasks", AsyncPrograms.WhenAllRace(true)),
        Tasks("a semaphore", AsyncPrograms.Guarded(3)),
        Tasks("a shared stream", AsyncPrograms.SharedStream(8)),
        Tasks("inside a lock", AsyncPrograms.CompletesUnderALock(TaskCreationOptions.None)),
        Tasks("the clock", AsyncPrograms.ClockAgainstCompletion()),
    ];

    /// <returns>0; 1 if something has changed or is left.</returns>
    internal static int Run(long executions)
    {
        var first = Array.ConvertAll(Subjects, subject => Told(subject.Explore()));
        var (heap, threads) = (GC.GetTotalMemory(true), Threads());
        var (done, explorations, next) = (0L, 0L, 0L);
        var clock = Stopwatch.StartNew();
        while (done < executions)
        {
            for (var i = 0; i < Subjects.Length; i++)
            {
                var verdict = Subjects[i].Explore();
                done += verdict.Executions;
                explorations++;
                if (Told(verdict) == first[i]) continue;
                Console.WriteLine($"{Subjects[i].Name}: was {first[i]}, is {Told(verdict)}");
                return 1;
            }
            if (done < next && done < executions) continue;
            next = done + executions / 20;
            Console.WriteLine($"{done,12:N0} executions in {explorations,9:N0} explorations"
                + $"  {done / clock.Elapsed.TotalSeconds,7:N0}/s  {GC.GetTotalMemory(true) / 1024,8:N0} KiB on the heap"
                + $"  {Environment.WorkingSet / 1024 / 1024,5:N0} MiB in all  {Threads(),3} threads");
        }
        if (GC.GetTotalMemory(true) <= heap + HeapSlack && Threads() <= threads + Subjects.Length) return 0;
        Console.WriteLine($"it began with {heap / 1024:N0} KiB and {threads} threads");
        return 1;
    }

    private static string Told(Verdict verdict) => $"{verdict.Outcome}, {verdict.Executions} executions,"
        + $" {verdict.FailedExecutions} failed, \"{verdict.Failure?.Schedule}\" {verdict.Failure?.Message}";

    private static int Threads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private static (string, Func<Verdict>) Threads(string name, Action program) =>
        (name, () => Explorer.Explore(program, All));

    private static (string, Func<Verdict>) Tasks(string name, Func<Task> program) =>
        (name, () => Explorer.Explore(program, All));
}
