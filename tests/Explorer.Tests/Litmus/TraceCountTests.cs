using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Litmus;

/// <summary>
/// Exact counts: an exploration that forgets a trace proves nothing, and one that repeats traces
/// is too slow to prove much.
/// </summary>
public class TraceCountTests
{
    private static IEnumerable<TestCaseData> Counted()
    {
        yield return Case("N++ by 2 threads", Programs.Increments(2), 4);
        yield return Case("lock, 2 threads", Programs.Locked(2, 1), 2);
        yield return Case("lock, 3 threads", Programs.Locked(3, 1), 6);
        yield return Case("lock, 4 threads", Programs.Locked(4, 1), 24);
        yield return Case("Lock, 3 threads", Programs.LockedByLock(3, 1), 6);
        yield return Case("2 threads x 2 critical sections", Programs.Locked(2, 2), 6);
        yield return Case("2 threads x 3 critical sections", Programs.Locked(2, 3), 20);
        yield return Case("2 threads x 4 critical sections", Programs.Locked(2, 4), 70);
        yield return Case("2 threads x 5 critical sections", Programs.Locked(2, 5), 252);
        yield return Case("Interlocked.Increment, dropped", Programs.DroppedInterlocked(3), 1);
        yield return Case("Interlocked.Increment, used", Programs.UsedInterlocked(3), 6);
        yield return Case("AB/BA", Programs.OppositeLocks(), 3, deadlocks: 1);
        yield return Case("3 philosophers, one order", Programs.Philosophers(3, false), 7, deadlocks: 1);
        yield return Case("3 philosophers, ordered", Programs.Philosophers(3, true), 6);
        yield return Case("4 philosophers, one order", Programs.Philosophers(4, false), 15, deadlocks: 1);
        yield return Case("4 philosophers, ordered", Programs.Philosophers(4, true), 14);
        yield return Case("3 writers", Programs.Writers(3), 6);
        yield return Case("4 writers", Programs.Writers(4), 24);
        yield return Case("1 writer, 2 readers", Programs.OneWriterManyReaders(2), 4);
        yield return Case("1 writer, 6 readers", Programs.OneWriterManyReaders(6), 64);
        yield return Case("3 writers, 1 reader", Programs.ManyWritersOneReader(3), 24);
        yield return Case("lastzero(5)", Programs.LastZero(5), 64);
        yield return Case("lastzero(10)", Programs.LastZero(10), 3328);
        yield return Case("fib(1)", Programs.Fibonacci(1), 3);
        yield return Case("fib(2)", Programs.Fibonacci(2), 19);
        yield return Case("fib(3)", Programs.Fibonacci(3), 141);
        yield return Case("fib(4)", Programs.Fibonacci(4), 1107);
        yield return Case("fib(1), read", Programs.FibonacciRead(1), 11);
        yield return Case("fib(2), read", Programs.FibonacciRead(2), 140);
        yield return Case("fib(3), read", Programs.FibonacciRead(3), 1698);
        yield return Case("filesystem(13)", Programs.FileSystem(13), 1);
        yield return Case("filesystem(16)", Programs.FileSystem(16), 8);
        yield return Case("indexer(11)", Programs.Indexer(11), 1);
        yield return Case("indexer(12)", Programs.Indexer(12), 8);
        yield return Case("POPL 2014", Programs.Popl(), 5);
        yield return Case("semaphore, 3 threads, 2 permits", Primitives.Semaphore(3, 2), 54);
        yield return Case("semaphore, 4 threads, 2 permits", Primitives.Semaphore(4, 2), 648);
        yield return Case("semaphore, 4 threads, 3 permits", Primitives.Semaphore(4, 3), 1944);
        yield return Case("rendezvous, 5 threads", Programs.Rendezvous(5), 1);
        yield return Case("countdown, 5 signals", Primitives.Countdown(5), 1);
        yield return Case("3 arrive where 2 are expected", Primitives.Rendezvous(3, 2, -1), 24, deadlocks: 24);
        yield return Case("1 slot, 2 + 2, Pulse", Buffers.OneSlot(2, 2, false), 60, deadlocks: 4);
        yield return Case("1 slot, 2 + 2, PulseAll", Buffers.OneSlot(2, 2, true), 80);
    }

    [TestCaseSource(nameof(Counted))]
    public void Explores_each_trace_once(Action program, int traces, int deadlocks)
    {
        var verdict = Explorer.Explore(program, new Bounds { CountAll = true });

        verdict.Executions.ShouldBe(traces);
        verdict.Redundant.ShouldBe(0);
        verdict.FailedExecutions.ShouldBe(deadlocks);
    }

    private static IEnumerable<TestCaseData> Compared()
    {
        yield return new(Programs.Increments(2)) { TestName = "N++" };
        yield return new(Programs.Locked(2, 2)) { TestName = "critical sections" };
        yield return new(Programs.OppositeLocks()) { TestName = "AB/BA" };
        yield return new(Programs.Philosophers(3, false)) { TestName = "philosophers" };
        yield return new(Programs.StoreBuffers()) { TestName = "store buffers" };
        yield return new(Programs.TriedLocks(3)) { TestName = "tried locks" };
        yield return new(Programs.Rendezvous(2)) { TestName = "rendezvous" };
        yield return new(Programs.UsedInterlocked(3)) { TestName = "interlocked" };
        yield return new(Programs.OneWriterManyReaders(3)) { TestName = "readers" };
        yield return new(Buffers.OneSlot(2, 1, false)) { TestName = "1 slot, Pulse" };
        yield return new(Buffers.OneSlot(1, 2, true)) { TestName = "1 slot, PulseAll" };
        yield return new(Buffers.Flagged(2, false)) { TestName = "a flag, Pulse" };
        yield return new(Buffers.Flagged(2, true)) { TestName = "a flag, PulseAll" };
        yield return new(Primitives.Semaphore(3, 2)) { TestName = "semaphore" };
        yield return new(Primitives.StartSignal(3)) { TestName = "start signal" };
        yield return new(Primitives.Turnstile()) { TestName = "turnstile" };
        yield return new(Primitives.FirstOfTwo()) { TestName = "first of two events" };
        yield return new(Primitives.BothOfTwo()) { TestName = "both of two events" };
        yield return new(Primitives.Countdown(3)) { TestName = "countdown" };
        yield return new(Limited.Semaphore(2)) { TestName = "semaphore, limited" };
        yield return new(Limited.Lock(2)) { TestName = "Lock, limited" };
        yield return new(Limited.Waits(false, 10)) { TestName = "Wait, limited" };
        yield return new(Limited.Waits(false, 10, 10)) { TestName = "2 Waits, same limits, Pulse" };
        yield return new(Limited.Waits(false, 20, 10)) { TestName = "2 Waits, limits, Pulse" };
        yield return new(Limited.Waits(true, 10, 20)) { TestName = "2 Waits, limits, PulseAll" };
        yield return new(Limited.Sleepers(10)) { TestName = "1 sleeper" };
        yield return new(Limited.Sleepers(10, 10)) { TestName = "2 sleepers, same" };
        yield return new(Limited.Sleepers(10, 20)) { TestName = "2 sleepers" };
        yield return new(Limited.Sleepers(10, 20, 5)) { TestName = "3 sleepers" };
        yield return new(Limited.Joined()) { TestName = "Join, limited" };
        yield return new(Primitives.Rendezvous(3, 2, -1)) { TestName = "3 arrive where 2 are expected" };
        yield return new(Primitives.Rendezvous(2, 2, 10)) { TestName = "rendezvous, limited" };
        yield return new(Limited.Event()) { TestName = "event, limited" };
        yield return new(Buffers.Forgetful()) { TestName = "a pulse that may come too early" };
    }

    [TestCaseSource(nameof(Compared))]
    public void Finds_the_same_traces_as_sleep_sets_do(Action program)
    {
        var optimal = TraceCounting.Optimal(program);
        var oracle = Search.Explore(new SleepSets(), program, optimal.IsExact);

        optimal.Traces.ShouldBe(oracle.Traces, ignoreOrder: true);
        optimal.Executions.ShouldBe(optimal.Traces.Count);
        optimal.Redundant.ShouldBe(0);
    }

    [Test]
    public void Sleep_sets_find_the_same_traces_as_every_schedule_does()
    {
        var program = Programs.Bare();

        var all = Search.Explore(new EverySchedule(), program);
        var oracle = Search.Explore(new SleepSets(), program);

        oracle.Traces.ShouldBe(all.Traces, ignoreOrder: true);
        all.Executions.ShouldBeGreaterThan(oracle.Executions);
    }

    private static TestCaseData Case(string name, Action program, int traces, int deadlocks = 0) =>
        new(program, traces, deadlocks) { TestName = name };
}
