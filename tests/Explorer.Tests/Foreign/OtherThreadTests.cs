using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Foreign;

/// <summary>
/// Woven code on a thread that is not explored is unsupported, and never ends the process.
/// </summary>
public class OtherThreadTests
{
    [TestCase(true, TestName = "A leaf")]
    [TestCase(false, TestName = "A callback that fails")]
    public void A_callback_on_the_pool_that_nobody_models(bool isLeaf)
    {
        var count = 0;
        var called = new ManualResetEventSlim();
        var verdict = Explorer.Explore(() => Tell(new Progress<int>(isLeaf
            ? _ => count++
            : _ => throw new InvalidOperationException($"in the callback of {called}"))));

        // It comes at a time of its own, so the exploration may be over by then.
        verdict.Outcome.ShouldBeOneOf(Outcome.Refused, Outcome.Proved);
        if (verdict.Outcome == Outcome.Refused)
            verdict.Refusal!.Member.ShouldBe("a call on a thread that is not explored");
        count.ShouldBe(0);
    }

    [Test]
    public void A_callback_that_the_program_waits_for()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Should.CompleteIn(() => { Interlocked.Increment(ref count); }, TimeSpan.FromMinutes(1));
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldBe("a call on a thread that is not explored");
        verdict.Refusal.Site.File.ShouldBe("OtherThreadTests.cs");
        verdict.Refusal.Reason.ShouldNotBeEmpty();
    }

    /// <summary>Through a type parameter, the report is the runtime's own.</summary>
    private static void Tell<TProgress>(TProgress progress) where TProgress : IProgress<int> =>
        progress.Report(1);
}
