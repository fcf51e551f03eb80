using System.Collections.Concurrent;
using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

public class ParallelTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        // Two reads and two writes: as of two tasks that count.
        yield return Case("For", 4, () =>
        {
            var count = 0;
            Parallel.For(0, 2, _ => Volatile.Write(ref count, Volatile.Read(ref count) + 1));
        });
        // The orders of three.
        yield return Case("ForEach", 6, () =>
        {
            var last = 0;
            Parallel.ForEach([1, 2, 3], item => Volatile.Write(ref last, item));
        });
        yield return Case("Invoke", 2, () =>
        {
            var last = 0;
            Parallel.Invoke(() => Volatile.Write(ref last, 1), () => Volatile.Write(ref last, 2));
        });
        yield return Case("one at a time", 1, () =>
        {
            var sum = 0;
            Parallel.For(0, 3, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => sum += i);
            sum.ShouldBe(3);
        });
        yield return Case("two of three at a time", null, () =>
        {
            var (inside, most) = (0, 0);
            Parallel.For(0, 3, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ =>
            {
                if (Interlocked.Increment(ref inside) > 2) Interlocked.Increment(ref most);
                Interlocked.Decrement(ref inside);
            });
            most.ShouldBe(0);
        });
        yield return Case("a sum of parts", null, () =>
        {
            var sum = 0;
            Parallel.For(0, 3, () => 0, (i, _, part) => part + i, part => Interlocked.Add(ref sum, part));
            sum.ShouldBe(3);
        });
        yield return Case("a failure", null, () =>
        {
            var exception = Should.Throw<AggregateException>(() =>
                Parallel.For(0, 2, i => { if (i == 1) throw new ArgumentException(); }));
            exception.InnerExceptions.ShouldHaveSingleItem();
        });
        yield return Case("stopped", null, () =>
            Parallel.For(0, 2, (_, state) => state.Stop()).IsCompleted.ShouldBeFalse());
        yield return Case("cancelled", null, () =>
        {
            var source = new CancellationTokenSource();
            Should.Throw<OperationCanceledException>(() => Parallel.For(0, 2,
                new ParallelOptions { CancellationToken = source.Token }, _ => source.Cancel()));
        });
        yield return Case("ForEachAsync", 1, () => Parallel.ForEachAsync([1, 2], async (_, _) =>
        {
            await Task.Yield();
        }).Wait());
        yield return Case("ForEachAsync, a failure", null, () =>
        {
            var ran = 0;
            var all = Parallel.ForEachAsync([1, 2], async (item, token) =>
            {
                await Task.Yield();
                Interlocked.Increment(ref ran);
                if (item == 1) throw new ArgumentException();
            });
            Should.Throw<ArgumentException>(() => all.GetAwaiter().GetResult());
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void Explores_what_there_is(int? traces, Action program)
    {
        var found = TraceCounting.Optimal(program);
        var oracle = Search.Explore(new SleepSets(), program, found.IsExact);

        TestContext.Out.WriteLine($"{found.Traces.Count} traces");
        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        found.Redundant.ShouldBe(0);
        if (traces is { } expected) found.Traces.Count.ShouldBe(expected);
        Explorer.Explore(program).Outcome.ShouldBe(Outcome.Proved, Explorer.Explore(program).ToString());
    }

    [Test]
    public void A_race_between_iterations()
    {
        Explorer.Explore(() =>
        {
            var count = 0;
            Parallel.For(0, 2, _ => count++);
            count.ShouldBe(2);
        }).Failure.ShouldNotBeNull();
        Explorer.Explore(() =>
        {
            var seen = new List<int>();
            Parallel.ForEach([1, 2], seen.Add);
        }).Failure!.Kind.ShouldBe(FailureKind.DataRace);
        Explorer.Explore(async () =>
        {
            var count = 0;
            await Parallel.ForEachAsync([1, 2], async (_, _) =>
            {
                var seen = Volatile.Read(ref count);
                await Task.Yield();
                Volatile.Write(ref count, seen + 1);
            });
            count.ShouldBe(2);
        }).Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void Iterations_that_share_what_guards_itself()
    {
        var verdict = Explorer.Explore(() =>
        {
            var bag = new ConcurrentBag<int>();
            Parallel.ForEach([1, 2, 3], bag.Add);
            bag.Count.ShouldBe(3);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string name, int? traces, Action program) =>
        new TestCaseData(traces, program).SetArgDisplayNames(name);
}
