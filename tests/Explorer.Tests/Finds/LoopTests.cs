using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Loops that look as if they only waited, and do more.</summary>
public class LoopTests
{
    private static IEnumerable<TestCaseData> Failing()
    {
        yield return Case("writes before the flag is up", FailureKind.Assertion, () =>
        {
            var (open, touched, seen) = (0, 0, 0);
            Threads.Run(
                () => { while (Volatile.Read(ref open) == 0) Interlocked.Exchange(ref touched, 1); },
                () => { seen = Volatile.Read(ref touched); Volatile.Write(ref open, 1); });
            seen.ShouldBe(0);
        });
        yield return Case("writes in every round after the first", FailureKind.Assertion, () =>
        {
            var (open, touched, seen) = (0, 0, 0);
            Threads.Run(
                () =>
                {
                    var isFirst = true;
                    while (Volatile.Read(ref open) == 0)
                    {
                        if (!isFirst) Volatile.Write(ref touched, 1);
                        isFirst = false;
                    }
                },
                () => { seen = Volatile.Read(ref touched); Volatile.Write(ref open, 1); });
            seen.ShouldBe(0);
        });
        yield return Case("takes from a queue", FailureKind.Assertion, () =>
        {
            var (open, left) = (0, 1);
            var queue = new ConcurrentQueue<int>([7]);
            Threads.Run(
                () => { while (Volatile.Read(ref open) == 0) queue.TryDequeue(out _); },
                () => { left = queue.Count; Volatile.Write(ref open, 1); });
            left.ShouldBe(1);
        });
        yield return Case("releases a permit", FailureKind.Assertion, () =>
        {
            var (open, permits, isOpen) = (0, new SemaphoreSlim(0, 1), false);
            Threads.Run(
                () =>
                {
                    while (Volatile.Read(ref open) == 0)
                    {
                        if (permits.CurrentCount == 0) permits.Release();
                    }
                },
                () => { isOpen = permits.Wait(0); Volatile.Write(ref open, 1); });
            isOpen.ShouldBeFalse();
        });
        yield return Case("leaves by something else that it reads", FailureKind.Assertion, () =>
        {
            var (a, b, early) = (0, 0, 0);
            Threads.Run(
                () =>
                {
                    while (Volatile.Read(ref a) == 0)
                    {
                        if (Volatile.Read(ref b) == 0) return;
                    }
                    early = 1;
                },
                () => { Volatile.Write(ref b, 1); Volatile.Write(ref a, 1); });
            early.ShouldBe(1);
        });
        yield return Case("gives up after three rounds", FailureKind.Assertion, () =>
        {
            var (ready, got) = (0, false);
            Threads.Run(
                () =>
                {
                    for (var tries = 0; tries < 3 && !got; tries++) got = Volatile.Read(ref ready) == 1;
                },
                () => Volatile.Write(ref ready, 1));
            got.ShouldBeTrue();
        });
        yield return Case("tells how often it went round", FailureKind.Assertion, () =>
        {
            var (ready, told) = (0, 0);
            Threads.Run(
                () =>
                {
                    var rounds = 0;
                    while (Volatile.Read(ref ready) == 0) rounds++;
                    told = rounds;
                },
                () => Volatile.Write(ref ready, 1));
            told.ShouldBeLessThan(3);
        });
        yield return Case("keeps a lock that another tries twice", FailureKind.Assertion, () =>
        {
            var (gate, isDone, failed) = (new object(), false, 0);
            Threads.Run(
                () => { while (true) lock (gate) if (isDone) break; },
                () =>
                {
                    for (var i = 0; i < 2; i++)
                    {
                        if (!Monitor.TryEnter(gate)) failed++;
                        else Monitor.Exit(gate);
                    }
                    lock (gate) isDone = true;
                });
            failed.ShouldBeLessThan(2);
        });
        yield return Case("waits in slices and is tried twice", FailureKind.Assertion, () =>
        {
            var (gate, isDone, failed) = (new object(), false, 0);
            Threads.Run(
                () => { lock (gate) while (!isDone) Monitor.Wait(gate, 10); },
                () =>
                {
                    for (var i = 0; i < 2; i++)
                    {
                        if (!Monitor.TryEnter(gate)) failed++;
                        else Monitor.Exit(gate);
                    }
                    lock (gate) isDone = true;
                });
            failed.ShouldBeLessThan(2);
        });
        yield return Case("measures a maximum by exchanging", FailureKind.Assertion, () =>
        {
            var highest = 0;
            void Measure(int value)
            {
                while (value > Volatile.Read(ref highest)) Interlocked.Exchange(ref highest, value);
            }
            Threads.Run(() => Measure(1), () => Measure(2));
            highest.ShouldBe(2);
        });
        yield return Case("waits in slices for what no one does", FailureKind.Livelock, () =>
        {
            var (gate, isUp) = (new object(), false);
            Threads.Run(
                () => { lock (gate) while (!isUp) Monitor.Wait(gate, 10); },
                () => { lock (gate) Monitor.PulseAll(gate); });
        });
        yield return Case("polls under a lock for what no one does", FailureKind.Livelock, () =>
        {
            var (gate, isUp) = (new object(), false);
            Threads.Run(2, _ => { while (true) lock (gate) if (isUp) break; });
        });
        yield return Case("polls a plain variable between awaits", FailureKind.DataRace, () =>
        {
            var isUp = false;
            async Task Poll() { while (!isUp) await Task.Delay(10); }
            Task.WaitAll(Poll(), Task.Run(() => { isUp = true; }));
        });
    }

    [TestCaseSource(nameof(Failing))]
    public void A_loop_that_does_more_than_wait_is_broken(Action program, FailureKind kind)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Kind.ShouldBe(kind, verdict.ToString());
        Explorer.Replay(verdict.Schedule!, program).Failure!.Kind.ShouldBe(kind);
    }

    private static TestCaseData Case(string name, FailureKind kind, Action program) =>
        new(program, kind) { TestName = $"A_loop_that_{name.Replace(' ', '_')}_is_broken" };
}
