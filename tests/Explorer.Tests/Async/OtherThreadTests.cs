using System.Runtime.CompilerServices;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>After an await, another thread goes on: what belongs to the first is lost.</summary>
public class OtherThreadTests
{
    [ThreadStatic]
    private static int s_mine;

    private static IEnumerable<TestCaseData> Lost()
    {
        yield return Case("a Monitor", typeof(SynchronizationLockException), async () =>
        {
            var gate = new object();
            Monitor.Enter(gate);
            await Task.Yield();
            Monitor.Exit(gate);
        });
        yield return Case("a Monitor in a call", typeof(SynchronizationLockException), async () =>
        {
            var gate = new object();
            async Task Guarded(Task task)
            {
                await Task.Yield();
                Monitor.Enter(gate);
                await task;
                Monitor.Exit(gate);
            }
            await Guarded(Task.Run(() => { }));
        });
        yield return Case("a Lock", typeof(SynchronizationLockException), async () =>
        {
            var gate = new Lock();
            gate.Enter();
            await Task.Delay(1);
            gate.Exit();
        });
        yield return Case("a write lock", typeof(SynchronizationLockException), async () =>
        {
            var gate = new ReaderWriterLockSlim();
            gate.EnterWriteLock();
            await Task.Yield();
            gate.ExitWriteLock();
        });
        yield return Case("a read lock, over a task that may be complete",
            typeof(SynchronizationLockException), async () =>
        {
            var (gate, work) = (new ReaderWriterLockSlim(), Task.Run(() => { }));
            gate.EnterReadLock();
            await work;
            gate.ExitReadLock();
        });
        yield return Case("a SpinLock with an owner", typeof(SynchronizationLockException), async () =>
        {
            var (gate, isTaken) = (new StrongBox<SpinLock>(new(true)), false);
            gate.Value.Enter(ref isTaken);
            await Task.Yield();
            gate.Value.Exit();
        });
        yield return Case("a [ThreadStatic]", typeof(AsyncPrograms.CheckAssertException), async () =>
        {
            s_mine = 1;
            await Task.Yield();
            AsyncPrograms.Check(s_mine == 1);
        });
        yield return Case("a ThreadLocal", typeof(AsyncPrograms.CheckAssertException), async () =>
        {
            var mine = new ThreadLocal<int>();
            mine.Value = 1;
            await Task.Run(() => { });
            AsyncPrograms.Check(mine.Value == 1);
        });
    }

    [TestCaseSource(nameof(Lost))]
    public void Is_lost(Type exception, Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Exception.ShouldBeOfType(exception);
    }

    [Test]
    public void Who_has_lost_a_write_lock_waits_for_it_for_ever()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var gate = new ReaderWriterLockSlim(LockRecursionPolicy.SupportsRecursion);
            gate.EnterWriteLock();
            await Task.Yield();
            gate.EnterWriteLock();
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void A_read_lock_of_the_thread_before_is_not_entered_again()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var gate = new ReaderWriterLockSlim();
            gate.EnterReadLock();
            await Task.Yield();
            gate.EnterReadLock();
            gate.ExitReadLock();
            AsyncPrograms.Check(!gate.IsReadLockHeld && gate.CurrentReadCount == 1);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_SpinLock_without_an_owner_is_anybodys_to_exit()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var (gate, isTaken) = (new StrongBox<SpinLock>(new(false)), false);
            gate.Value.Enter(ref isTaken);
            await Task.Yield();
            gate.Value.Exit();
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Nothing_is_lost_by_an_await_that_does_not_wait()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var gate = new object();
            var done = Task.Run(() => { });
            await done;
            Monitor.Enter(gate);
            s_mine = 1;
            await done;
            AsyncPrograms.Check(s_mine == 1);
            Monitor.Exit(gate);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Who_asks_an_awaiter_by_hand_is_told_the_truth()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var run = Task.Run(() => 1);
            await run;
            AsyncPrograms.Check(run.GetAwaiter().IsCompleted);
            if (!((Task)run).ConfigureAwait(false).GetAwaiter().IsCompleted) AsyncPrograms.Check(false);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_context_is_left_only_by_an_await_that_waits()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var work = Task.Run(() => { });
            SynchronizationContext.SetSynchronizationContext(new Own());
            await work.ConfigureAwait(false);
            var left = SynchronizationContext.Current is null;
            SynchronizationContext.SetSynchronizationContext(null);
            AsyncPrograms.Check(left);
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion);
    }

    private sealed class Own : SynchronizationContext;

    private static TestCaseData Case(string name, Type exception, Func<Task> program) =>
        new TestCaseData(exception, program).SetArgDisplayNames(name);
}
