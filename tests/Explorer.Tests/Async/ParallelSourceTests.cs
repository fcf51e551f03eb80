using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>What a parallel loop goes over: who works on an item asks for it, beside the other bodies.</summary>
public class ParallelSourceTests
{
    private static readonly object s_gate = new();

    private static IEnumerable<TestCaseData> Changed()
    {
        yield return Case("a list", () =>
        {
            var list = new List<int> { 1, 2 };
            Parallel.ForEach(list, n =>
            {
                lock (s_gate) list.Remove(n);
            });
        });
        yield return Case("a dictionary", () =>
        {
            var map = new Dictionary<int, int> { [1] = 1, [2] = 2 };
            Parallel.ForEach(map, pair =>
            {
                lock (s_gate) map[pair.Key] = 0;
            });
        });
        yield return Case("the next element", () =>
        {
            int[] all = [1, 2, 3];
            Parallel.ForEach(all, (_, _, i) =>
            {
                if (i == 0) all[1] = 0;
            });
        });
        yield return Case("a list, asynchronously", () =>
        {
            var list = new List<int> { 1, 2 };
            Parallel.ForEachAsync(list, (n, _) =>
            {
                lock (s_gate) list.Add(n);
                return default;
            }).Wait();
        });
        yield return Case("a list, by a query", () =>
        {
            var list = new List<int> { 1, 2 };
            list.AsParallel().ForAll(n =>
            {
                lock (s_gate) list.Add(n);
            });
        });
        yield return Case("an array behind a view", () =>
        {
            int[] all = [1, 2, 3];
            Parallel.ForEach(all.Select((n, i) => (n, i)), one =>
            {
                if (one.i == 0) all[1] = 9;
            });
        });
        yield return Case("what the source reads", () =>
        {
            var (factor, list) = (2, new List<int> { 1, 2 });
            Parallel.ForEach(list.Select(n => n * factor), n =>
            {
                if (n == 2) factor = 3;
            });
        });
        yield return Case("a list behind a view, with a value for each worker", () =>
        {
            var list = new List<int> { 1, 2 };
            Parallel.ForEach(list.Where(n => n > 0), () => 0, (n, _, sum) =>
            {
                lock (s_gate) list.Add(n);
                return sum;
            }, _ => { });
        });
    }

    /// <summary>The items are asked for by who works on them, without the lock of the bodies.</summary>
    [TestCaseSource(nameof(Changed))]
    public void A_race_between_a_body_and_what_the_loop_goes_over(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.DataRace);
    }

    private static IEnumerable<TestCaseData> RightOnes()
    {
        yield return Case("a source that reads what nobody writes", () =>
        {
            var (factor, sum, list) = (2, 0, new List<int> { 1, 2 });
            Parallel.ForEach(list.Select(n => n * factor), n => Interlocked.Add(ref sum, n));
            sum.ShouldBe(6);
        });
        yield return Case("an own element, by way of a view", () =>
        {
            int[] all = [1, 2];
            Parallel.ForEach(all.Select((n, i) => (n, i)), one => all[one.i] = -one.n);
            all.ShouldBe([-1, -2]);
        });
    }

    [TestCaseSource(nameof(RightOnes))]
    public void Right_as_they_are(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Each_body_may_change_its_own_element() => Explorer.Explore(() =>
    {
        int[] all = [1, 2];
        Parallel.ForEach(all, (n, _, i) => all[i] = -n);
        all.ShouldBe([-1, -2]);
    }).Outcome.ShouldBe(Outcome.Proved);

    [Test]
    public void A_source_that_does_more_than_read_is_refused()
    {
        Explorer.Explore(() => Parallel.ForEach(Counted(new Counter()), _ => { }))
            .Refusal!.Member.ShouldStartWith("a sequence that changes");
        Explorer.Explore(() => Counted(new Counter()).AsParallel().ForAll(_ => { }))
            .Refusal!.Member.ShouldStartWith("a sequence that changes");
        Explorer.Explore(() => Parallel.ForEachAsync(Counted(new Counter()), (_, _) => default).Wait())
            .Refusal!.Member.ShouldStartWith("a sequence that changes");
        Explorer.Explore(() =>
        {
            int[] all = [1, 2, 3];
            Parallel.ForEach(all.Where(n => n > 1), _ => { });
        }).Refusal!.Member.ShouldStartWith("some elements of an array");
        Explorer.Explore(() => Parallel.ForEach(Counted(new Counter()).ToList(), _ => { }))
            .Outcome.ShouldBe(Outcome.Proved);

        static IEnumerable<int> Counted(Counter counter)
        {
            for (var i = 0; i < 2; i++) yield return counter.Count++;
        }
    }

    private sealed class Counter
    {
        internal int Count;
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
