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

    [Test]
    public void A_worker_keeps_its_value_from_iteration_to_iteration()
    {
        var forgets = Explorer.Explore(() =>
        {
            var sum = 0;
            Parallel.For(0, 3, () => 0, (i, _, _) => i, part => Interlocked.Add(ref sum, part));
            sum.ShouldBe(3);
        });
        forgets.Failure!.Kind.ShouldBe(FailureKind.Assertion, forgets.ToString());
        Explorer.Explore(() =>
        {
            var sum = 0;
            Parallel.ForEach([1, 2], () => 0, (n, _, part) => part + n, part => sum += part);
        }).Failure!.Kind.ShouldBe(FailureKind.DataRace);
    }

    [Test]
    public void Failures_come_in_any_order()
    {
        static void First(AggregateException failures, string message) =>
            AsyncPrograms.Check(failures.InnerExceptions[0].Message == message);
        Explorer.Explore(() =>
        {
            try { Parallel.For(0, 2, i => throw new ArgumentException($"{i}")); }
            catch (AggregateException e) when (e.InnerExceptions.Count == 2) { First(e, "0"); }
            catch (AggregateException) { }
        }).Failure!.Kind.ShouldBe(FailureKind.Assertion);
        Explorer.Explore(async () =>
        {
            var all = Parallel.ForEachAsync([0, 1], async (i, _) =>
            {
                await Task.Yield();
                throw new ArgumentException($"{i}");
            });
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (all.Exception!.InnerExceptions.Count == 2) First(all.Exception, "0");
        }).Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void One_at_a_time_they_come_in_order()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var last = 0;
            var one = new ParallelOptions { MaxDegreeOfParallelism = 1 };
            await Parallel.ForEachAsync([1, 2, 3], one, async (item, _) =>
            {
                AsyncPrograms.Check(last == item - 1);
                await Task.Yield();
                last = item;
            });
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string name, int? traces, Action program) =>
        new TestCaseData(traces, program).SetArgDisplayNames(name);
}
