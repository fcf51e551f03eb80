using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>
/// A parallel loop with a value for each worker: a worker may end between two iterations, and another
/// begin with a value of its own.
/// </summary>
public class ParallelLocalTests
{
    private static ParallelOptions AtMost(int degree) => new() { MaxDegreeOfParallelism = degree };

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("For makes no more than two", () =>
        {
            var made = 0;
            Parallel.For(0, 3, AtMost(2),
                () => Interlocked.Increment(ref made), (_, _, n) => n, _ => { });
            AsyncPrograms.Check(made <= 2);
        });
        yield return Case("For over longs makes no more than two", () =>
        {
            var made = 0;
            Parallel.For(0L, 3L, AtMost(2),
                () => Interlocked.Increment(ref made), (_, _, n) => n, _ => { });
            AsyncPrograms.Check(made <= 2);
        });
        yield return Case("ForEach makes no more than two", () =>
        {
            var made = 0;
            Parallel.ForEach([1, 2, 3], AtMost(2),
                () => Interlocked.Increment(ref made), (_, _, n) => n, _ => { });
            AsyncPrograms.Check(made <= 2);
        });
        yield return Case("no more than two end", () =>
        {
            var ended = 0;
            Parallel.For(0, 3, AtMost(2),
                () => 0, (_, _, n) => n, _ => Interlocked.Increment(ref ended));
            AsyncPrograms.Check(ended <= 2);
        });
        yield return Case("a single worker makes its value once", () =>
        {
            var made = 0;
            Parallel.For(0, 2, AtMost(1), () => ++made, (_, _, n) => n, _ => { });
            AsyncPrograms.Check(made == 1);
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("at most one for each iteration", () =>
        {
            var made = 0;
            Parallel.For(0, 3, AtMost(2),
                () => Interlocked.Increment(ref made), (_, _, n) => n, _ => { });
            AsyncPrograms.Check(made is >= 1 and <= 3);
        });
        yield return Case("at most two at a time", () =>
        {
            var (open, isOver) = (0, false);
            Parallel.For(0, 3, AtMost(2), () =>
            {
                if (Interlocked.Increment(ref open) > 2) Volatile.Write(ref isOver, true);
                return 0;
            }, (_, _, n) => n, _ => Interlocked.Decrement(ref open));
            AsyncPrograms.Check(open == 0 && !isOver);
        });
        yield return Case("a single worker ends before the next begins", () =>
        {
            var log = 0;
            Parallel.For(0, 2, AtMost(1),
                () => log = log * 10 + 1, (_, _, n) => n, _ => log = log * 10 + 2);
            AsyncPrograms.Check(log is 12 or 1212);
        });
        yield return Case("a sum of parts", () =>
        {
            var sum = 0;
            Parallel.For(0, 3, AtMost(2),
                () => 0, (i, _, part) => part + i, part => Interlocked.Add(ref sum, part));
            AsyncPrograms.Check(sum == 3);
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void Is_wrong(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion);
        Explorer.Replay(verdict.Failure.Schedule, program).Failure.ShouldNotBeNull();
    }

    [TestCaseSource(nameof(Right))]
    public void Is_right(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Where_nobody_sees_the_values_the_number_of_workers_makes_no_difference()
    {
        var verdict = Explorer.Explore(() =>
        {
            var squares = new int[3];
            Parallel.For(0, 3, AtMost(2), () => 0, (i, _, part) =>
            {
                squares[i] = i * i;
                return part + i;
            }, _ => { });
            AsyncPrograms.Check(squares[2] == 4);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(16);
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
