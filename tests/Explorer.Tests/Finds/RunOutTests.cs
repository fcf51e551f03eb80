using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>A call with a time limit comes to nothing in one interleaving, and not in another.</summary>
public class RunOutTests
{
    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a spin lock is taken for granted", () =>
        {
            var (gate, taken) = (new SpinLock(), 0);
            Threads.Run(2, _ =>
            {
                var isTaken = false;
                gate.TryEnter(10, ref isTaken);
                if (!isTaken) return;
                Interlocked.Increment(ref taken);
                gate.Exit();
            });
            taken.ShouldBe(2);
        });
        yield return Case("a read lock while a writer is inside", () =>
        {
            var gate = new ReaderWriterLockSlim();
            var entered = false;
            Threads.Run(
                () =>
                {
                    entered = gate.TryEnterReadLock(10);
                    if (entered) gate.ExitReadLock();
                },
                () => { gate.EnterWriteLock(); gate.ExitWriteLock(); });
            entered.ShouldBeTrue();
        });
        yield return Case("a write lock while a reader is inside", () =>
        {
            var gate = new ReaderWriterLockSlim();
            var entered = false;
            Threads.Run(
                () =>
                {
                    entered = gate.TryEnterWriteLock(TimeSpan.FromMilliseconds(10));
                    if (entered) gate.ExitWriteLock();
                },
                () => { gate.EnterReadLock(); gate.ExitReadLock(); });
            entered.ShouldBeTrue();
        });
        yield return Case("a writer that waits keeps a reader out", () =>
        {
            var gate = new ReaderWriterLockSlim();
            var entered = true;
            gate.EnterReadLock();
            Threads.Run(
                () => gate.TryEnterWriteLock(10),
                () =>
                {
                    entered = gate.TryEnterReadLock(0);
                    if (entered) gate.ExitReadLock();
                });
            entered.ShouldBeTrue();
        });
        yield return Case("the upgrade of a read lock", () =>
        {
            var gate = new ReaderWriterLockSlim();
            var upgraded = false;
            Threads.Run(
                () =>
                {
                    gate.EnterUpgradeableReadLock();
                    upgraded = gate.TryEnterWriteLock(10);
                    if (upgraded) gate.ExitWriteLock();
                    gate.ExitUpgradeableReadLock();
                },
                () => { gate.EnterReadLock(); gate.ExitReadLock(); });
            upgraded.ShouldBeTrue();
        });
        yield return Case("an item that comes too late", () =>
        {
            var items = new BlockingCollection<int>();
            var taken = false;
            Threads.Run(() => taken = items.TryTake(out var _, 10), () => items.Add(1));
            taken.ShouldBeTrue();
        });
        yield return Case("room that comes too late", () =>
        {
            var items = new BlockingCollection<int>(1) { 0 };
            var added = false;
            Threads.Run(() => added = items.TryAdd(1, 10), () => items.Take());
            added.ShouldBeTrue();
        });
        yield return Case("an item that its time limit hands to the other", () =>
        {
            var items = new BlockingCollection<int> { 1 };
            var taken = 0;
            Threads.Run(2, _ => { if (items.TryTake(out var _, 10)) Interlocked.Increment(ref taken); });
            items.Add(2);
            taken.ShouldBe(2);
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a lock that is free", () =>
        {
            var gate = new SpinLock();
            var taken = false;
            gate.TryEnter(10, ref taken);
            taken.ShouldBeTrue();
            gate.Exit();
        });
        yield return Case("two readers", () =>
        {
            var (gate, entered) = (new ReaderWriterLockSlim(), 0);
            Threads.Run(2, _ =>
            {
                if (!gate.TryEnterReadLock(10)) return;
                Interlocked.Increment(ref entered);
                gate.ExitReadLock();
            });
            entered.ShouldBe(2);
        });
        yield return Case("a reader goes on once the writer has given up", () =>
        {
            var gate = new ReaderWriterLockSlim();
            gate.EnterReadLock();
            Threads.Run(
                () => gate.TryEnterWriteLock(10).ShouldBeFalse(),
                () => { gate.EnterReadLock(); gate.ExitReadLock(); });
            gate.ExitReadLock();
            gate.TryEnterWriteLock(0).ShouldBeTrue();
        });
        yield return Case("nothing more will come", () =>
        {
            var items = new BlockingCollection<int>();
            Threads.Run(
                () => items.TryTake(out var _, Timeout.Infinite).ShouldBeFalse(),
                items.CompleteAdding);
        });
        yield return Case("what wasn't taken in time is still there", () =>
        {
            var items = new BlockingCollection<int>();
            var taken = false;
            Threads.Run(() => taken = items.TryTake(out var _, 10), () => items.Add(1));
            items.Count.ShouldBe(taken ? 0 : 1);
        });
        yield return Case("what the documentation throws", () =>
        {
            var items = new BlockingCollection<int>(1);
            items.CompleteAdding();
            Should.Throw<InvalidOperationException>(() => items.TryAdd(1, 10));
            Should.Throw<ArgumentOutOfRangeException>(() => items.TryTake(out var _, -2));
            var gate = new ReaderWriterLockSlim();
            Should.Throw<ArgumentOutOfRangeException>(() => gate.TryEnterReadLock(-2));
            Should.Throw<OperationCanceledException>(() =>
                items.TryTake(out var _, 10, new CancellationToken(true)));
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void A_call_that_may_run_out_of_time_does(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCaseSource(nameof(Right))]
    public void What_holds_whether_or_not_it_runs_out_is_proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    private static TestCaseData Case(string name, Action program) => new(program) { TestName = name };
}
