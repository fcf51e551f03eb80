using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Litmus;

/// <summary>The counterexample shown is the simplest there is, and is known to be.</summary>
public class FewestPreemptionTests
{
    private static IEnumerable<TestCaseData> Known()
    {
        yield return Case("account", SctBench.Account, 0);
        yield return Case("lazy01", SctBench.Lazy01, 0);
        yield return Case("token_ring", SctBench.TokenRing, 0);
        yield return Case("deadlock01", SctBench.Deadlock01, 1);
        yield return Case("carter01", SctBench.Carter01, 1);
        yield return Case("bluetooth", SctBench.Bluetooth, 1);
        yield return Case("twostage", SctBench.TwoStage, 1);
        yield return Case("reorder_3", SctBench.Reorder3, 1);
        yield return Case("wronglock(1,3)", SctBench.WrongLock, 1);
    }

    [TestCaseSource(nameof(Known))]
    public void Needs_no_more_preemptions_than_it_must(Action program, int preemptions)
    {
        var failure = Explorer.Explore(program).Failure!;

        failure.Kind.ShouldBeOneOf(FailureKind.Assertion, FailureKind.Deadlock);
        failure.Preemptions.ShouldBe(preemptions, failure.Message);
        failure.IsSimplest.ShouldBeTrue();
    }

    private static TestCaseData Case(string name, Action program, int preemptions) =>
        new(program, preemptions) { TestName = name };
}
