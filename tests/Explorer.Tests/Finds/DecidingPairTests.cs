using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>The pair whose order decides is the one that a reader can do something about.</summary>
public class DecidingPairTests
{
    private sealed class Gate
    {
        public int Free = 1;
    }

    [Test]
    public void A_pair_that_nothing_orders_is_told_before_one_of_the_spec()
    {
        var failure = Explorer.Explore(() =>
        {
            var gate = new Gate();
            var inside = 0;
            void Pass()
            {
                while (gate.Free == 0) Thread.Yield();
                gate.Free--;
                Interlocked.Increment(ref inside).ShouldBe(1);
                Interlocked.Decrement(ref inside);
                gate.Free++;
            }
            Threads.Run(Pass, Pass);
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.Assertion);
        var pair = failure.Deciding.ShouldNotBeNull();
        failure.Steps[pair.Earlier].Target.ShouldBe("Free");
        failure.Steps[pair.Later].Target.ShouldBe("Free");
    }
}
