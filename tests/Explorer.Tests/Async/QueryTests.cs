using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>PLINQ: its delegates run beside each other.</summary>
public class QueryTests
{
    private static readonly int[] s_two = [1, 2];
    private static readonly int[] s_three = [1, 2, 3];

    private static IEnumerable<TestCaseData> Programs()
    {
        // Nothing shared, and nobody sees an order: one order stands for all.
        yield return Case("a sum", 1, () =>
            s_three.AsParallel().Where(n => n > 1).Select(n => n * n).Sum().ShouldBe(13));
        yield return Case("in order", 1, () =>
            s_three.AsParallel().AsOrdered().Select(n => n * n).ToArray().ShouldBe([1, 4, 9]));
        yield return Case("sorted", 1, () =>
            s_three.AsParallel().OrderByDescending(n => n).ToList().ShouldBe([3, 2, 1]));
        yield return Case("a dictionary", 1, () =>
            s_three.AsParallel().ToDictionary(n => n, n => n * n)[3].ShouldBe(9));
        yield return Case("none fits", 1, () => s_three.AsParallel().Any(n => n > 3).ShouldBeFalse());
        // The orders in which three results can come.
        yield return Case("in any order", 6, () => s_three.AsParallel().Select(n => n).ToArray().Length.ShouldBe(3));
        // Two reads and two writes: as of two tasks that count.
        yield return Case("a race", 4, () =>
        {
            var count = 0;
            s_two.AsParallel().ForAll(_ => Volatile.Write(ref count, Volatile.Read(ref count) + 1));
        });
        yield return Case("one at a time", 1, () =>
        {
            var sum = 0;
            s_three.AsParallel().WithDegreeOfParallelism(1).ForAll(n => sum += n);
            sum.ShouldBe(6);
        });
        yield return Case("the first", null, () => s_three.AsParallel().First(n => n > 1).ShouldBeInRange(2, 3));
        yield return Case("in parts", null, () =>
            s_two.AsParallel().Aggregate(0, (a, n) => a + n, (a, b) => a + b, a => a).ShouldBe(3));
        yield return Case("foreach", null, () =>
        {
            var sum = 0;
            foreach (var n in s_two.AsParallel().Select(n => n + 1)) sum += n;
            sum.ShouldBe(5);
        });
        yield return Case("grouped", null, () =>
            s_three.AsParallel().GroupBy(n => n % 2).Select(group => group.Count()).Max().ShouldBe(2));
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
        var verdict = Explorer.Explore(program);
        if (traces != 4) verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Wrong("a shared count", FailureKind.DataRace, () =>
        {
            var count = 0;
            s_two.AsParallel().Select(n => count += n).Sum();
        });
        yield return Wrong("a shared list", FailureKind.DataRace, () =>
        {
            var list = new List<int>();
            s_two.AsParallel().ForAll(list.Add);
        });
        yield return Wrong("an order that nobody promised", FailureKind.Assertion, () =>
            s_two.AsParallel().Select(n => n).ToArray().ShouldBe([1, 2]));
        yield return Wrong("the first of any", FailureKind.Assertion, () =>
            s_two.AsParallel().First().ShouldBe(1));
        yield return Wrong("a sort that is not stable", FailureKind.Assertion, () =>
            s_two.AsParallel().OrderBy(_ => 0).ToArray().ShouldBe([1, 2]));
        yield return Wrong("a seed in each part", FailureKind.Assertion, () =>
            s_two.AsParallel().Aggregate(10, (a, n) => a + n, (a, b) => a + b, a => a).ShouldBe(13));
        yield return Wrong("a part that forgets", FailureKind.Assertion, () =>
            s_two.AsParallel().Aggregate(0, (_, n) => n, (a, b) => a + b, a => a).ShouldBe(3));
        yield return Wrong("a shared part", FailureKind.DataRace, () =>
            s_two.AsParallel().Aggregate(new List<int>(), (list, n) =>
            {
                list.Add(n);
                return list;
            }, (a, _) => a, a => a));
        yield return Wrong("not all need run", FailureKind.Assertion, () =>
        {
            var asked = 0;
            s_two.AsParallel().Any(n => Interlocked.Increment(ref asked) > 0);
            asked.ShouldBe(2);
        });
        yield return Wrong("what foreach does meanwhile", FailureKind.DataRace, () =>
        {
            var count = 0;
            foreach (var n in s_two.AsParallel().Select(n => count += n)) count--;
        });
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Finds(FailureKind kind, Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(kind, verdict.ToString());
    }

    private static TestCaseData Case(string name, int? traces, Action program) =>
        new TestCaseData(traces, program).SetArgDisplayNames(name);

    private static TestCaseData Wrong(string name, FailureKind kind, Action program) =>
        new TestCaseData(kind, program).SetArgDisplayNames(name);
}
