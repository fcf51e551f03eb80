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

    /// <summary>
    /// There are so many orders without any preemption that the search comes to no end of them: what
    /// is shown is as simple, and isn't said to be the simplest.
    /// </summary>
    [Test]
    public void Shows_few_preemptions_where_many_threads_take_turns()
    {
        var failure = Explorer.Explore(SctBench.ReorderVolatile(4)).Failure!;

        failure.Kind.ShouldBe(FailureKind.Assertion);
        failure.Preemptions.ShouldBe(1, failure.Message);
        failure.IsSimplest.ShouldBeFalse();
    }

    private static TestCaseData Case(string name, Action program, int preemptions) =>
        new(program, preemptions) { TestName = name };
}
