using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Litmus;

/// <summary>Exact counts of programs that try, and of objects that guard themselves.</summary>
public class AttemptCountTests
{
    private static IEnumerable<TestCaseData> Counted()
    {
        yield return Case("Enqueue, 2 threads", Collections.Enqueued(2), 2);
        yield return Case("Enqueue, 3 threads", Collections.Enqueued(3), 6);
        // Each look comes before the change or after it.
        yield return Case("a change and two looks", Collections.Looked(), 4);
        // The orders of a, a and b, b.
        yield return Case("Push and TryPop, 2 threads", Collections.PushedAndPopped(), 6);
        // The later looks after the first has added, or before: then the two adds have an order.
        yield return Case("GetOrAdd, 2 threads", Collections.Made(), 4);
        yield return Case("Lazy, locked", Collections.Late(LazyThreadSafetyMode.ExecutionAndPublication), 4);
        yield return Case("Lazy, published", Collections.Late(LazyThreadSafetyMode.PublicationOnly), 4);
        yield return Case("SpinLock, 3 threads", Collections.SpunLocked(3), 6);
        yield return Case("two work items that commute", Collections.PoolItems(2), 1);
        // First the writer, or first the reader; the reader may be inside when the writer tries.
        yield return Case("a flag, and then a lock", Spinning.Announced(), 8);
        yield return Case("a reader and a writer", Collections.ReadersAndWriter(1), 3);
    }

    [TestCaseSource(nameof(Counted))]
    public void Explores_each_trace_once(Action program, int traces)
    {
        var verdict = Explorer.Explore(program, new Bounds { CountAll = true });

        verdict.Executions.ShouldBe(traces);
        verdict.Redundant.ShouldBe(0);
        verdict.FailedExecutions.ShouldBe(0);
    }

    private static IEnumerable<TestCaseData> Compared()
    {
        yield return new(Spinning.Exchanged(2)) { TestName = "compare-and-swap, 2 threads" };
        yield return new(Spinning.Exchanged(3)) { TestName = "compare-and-swap, 3 threads" };
        yield return new(Spinning.Swapped(2)) { TestName = "swap" };
        yield return new(Spinning.Tried(2)) { TestName = "TryEnter in a loop, 2 threads" };
        yield return new(Spinning.Tried(3)) { TestName = "TryEnter in a loop, 3 threads" };
        yield return new(Spinning.Polled()) { TestName = "TryDequeue in a loop" };
        yield return new(Spinning.Until()) { TestName = "SpinUntil" };
        yield return new(Spinning.Announced()) { TestName = "a flag, and then a lock" };
        yield return new(Spinning.Kept()) { TestName = "a lock that is kept" };
        yield return new(Spinning.Handed()) { TestName = "rounds that change something" };
        yield return new(Collections.PushedAndPopped()) { TestName = "Push and TryPop" };
        yield return new(Collections.Made()) { TestName = "GetOrAdd" };
        yield return new(Collections.Late(LazyThreadSafetyMode.ExecutionAndPublication)) { TestName = "Lazy" };
        yield return new(Collections.Handed(2, 1)) { TestName = "BlockingCollection, bounded" };
        yield return new(Collections.Handed(2, 5)) { TestName = "BlockingCollection, with room" };
        yield return new(Collections.ReadersAndWriter(2)) { TestName = "two readers, one writer" };
        yield return new(Collections.SpunLocked(3)) { TestName = "SpinLock" };
        yield return new(Collections.PoolItems(2)) { TestName = "work items" };
    }

    [TestCaseSource(nameof(Compared))]
    public void Finds_the_same_traces_as_sleep_sets_do(Action program)
    {
        var oracle = Search.Explore(new SleepSets(), program);
        var optimal = TraceCounting.Optimal(program);

        optimal.Traces.ShouldBe(oracle.Traces, ignoreOrder: true);
        optimal.Executions.ShouldBe(optimal.Traces.Count);
        optimal.Redundant.ShouldBe(0);
    }

    [Test]
    public void Sleep_sets_find_the_same_traces_as_every_schedule_does()
    {
        var program = Spinning.Bare();

        var all = Search.Explore(new EverySchedule(), program);
        var oracle = Search.Explore(new SleepSets(), program);

        oracle.Traces.ShouldBe(all.Traces, ignoreOrder: true);
        all.Executions.ShouldBeGreaterThan(oracle.Executions);
    }

    private static TestCaseData Case(string name, Action program, int traces) =>
        new(program, traces) { TestName = name };
}
