using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>SpinWait.SpinUntil with a time limit: a wait whose condition is asked again and again.</summary>
public class SpinUntilTests
{
    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("what holds at once needs no time", () =>
        {
            Check(SpinWait.SpinUntil(() => true, 0));
            Check(SpinWait.SpinUntil(() => true, 10));
            Check(SpinWait.SpinUntil(() => true, TimeSpan.Zero));
        });
        yield return Case("what never holds runs out", () =>
        {
            Check(!SpinWait.SpinUntil(() => false, 0));
            Check(!SpinWait.SpinUntil(() => false, 10));
            Check(!SpinWait.SpinUntil(() => false, TimeSpan.FromMilliseconds(10)));
        });
        yield return Case("either way, what it says is so", () => Beside(flag =>
        {
            if (SpinWait.SpinUntil(() => flag.IsSet, 10)) Check(flag.IsSet);
        }));
        yield return Case("without a limit, it holds in the end", () => Beside(flag =>
        {
            Check(SpinWait.SpinUntil(() => flag.IsSet, Timeout.Infinite));
            Check(SpinWait.SpinUntil(() => flag.IsSet, Timeout.InfiniteTimeSpan));
        }));
    }

    [TestCaseSource(nameof(Right))]
    public void Is_right(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCase(true)]
    [TestCase(false)]
    public void May_run_out_and_may_not(bool expected)
    {
        var verdict = Explorer.Explore(() => Beside(flag =>
            Check(SpinWait.SpinUntil(() => flag.IsSet, 10) == expected)));
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
    }

    [Test]
    public void Checks_its_arguments_as_NET_does() => Fidelity.Script.Compare(static s =>
    {
        s.Do("no condition", () => SpinWait.SpinUntil(null!, 1));
        s.Do("a limit below -1", () => SpinWait.SpinUntil(() => true, -2));
        s.Do("both", () => SpinWait.SpinUntil(null!, -2));
        s.Do("a time below -1", () => SpinWait.SpinUntil(() => true, TimeSpan.FromMilliseconds(-2)));
        s.Do("too long a time", () => SpinWait.SpinUntil(() => true, TimeSpan.MaxValue));
        s.Do("a condition that throws", () => SpinWait.SpinUntil(() => int.Parse("x") > 0, 1));
    });

    private static void Beside(Action<ManualResetEventSlim> program)
    {
        var flag = new ManualResetEventSlim();
        var other = new Thread(() => flag.Set());
        other.Start();
        program(flag);
        other.Join();
    }

    private static void Check(bool holds)
    {
        if (!holds) throw new InvalidOperationException();
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
