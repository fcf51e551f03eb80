using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Litmus;

/// <summary>
/// The hardest of SCTBench. With <c>--test-parameter executions=1000000</c> it is explored for longer.
/// </summary>
public class SafeStackTests
{
    [TestCase(1)]
    [TestCase(2)]
    public void Two_never_own_the_same_slot_as_far_as_was_seen(int rounds)
    {
        var executions = TestContext.Parameters.Get("executions", 3_000L);
        var bounds = new Bounds { Executions = executions, TotalEvents = long.MaxValue };

        var verdict = Explorer.Explore(SctBench.SafeStack(rounds), bounds);

        TestContext.Out.WriteLine($"{rounds} rounds: {verdict}");
        if (verdict.Failure is { } failure)
            TestContext.Out.WriteLine($"{failure.Preemptions} preemptions, fewest: {failure.IsSimplest}");
        // Where it is found, two own one slot: an assertion, not a race or an exception.
        verdict.Outcome.ShouldBeOneOf(Outcome.Unfinished, Outcome.Broken);
        verdict.Failure?.Kind.ShouldBe(FailureKind.Assertion);
    }
}
