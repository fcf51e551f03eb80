using Interleavings.Tests.Async;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>Times that are close have no order; times far apart do.</summary>
public class CloseTimesTests
{
    private static IEnumerable<TestCaseData> Delays()
    {
        foreach (var (earlier, later, isOrdered) in new[]
        {
            (10, 11, false), (10, 20, false), (10, 30, false), (10, 31, true), (100, 120, false),
            (100, 121, true), (1000, 1100, false), (1000, 1101, true), (5000, 5400, false), (10, 1000, true),
        })
        {
            yield return Judge($"{earlier} and {later} ms", isOrdered, async () =>
            {
                var (first, second) = (Task.Delay(earlier), Task.Delay(later));
                await second;
                AsyncPrograms.Check(first.IsCompleted);
            });
        }
    }

    private static IEnumerable<TestCaseData> Kinds()
    {
        foreach (var (later, isOrdered) in new[] { (11, false), (50, true) })
        {
            yield return Judge($"CancelAfter and Sleep({later})", isOrdered, () =>
            {
                using var source = new CancellationTokenSource(10);
                Thread.Sleep(later);
                source.IsCancellationRequested.ShouldBeTrue();
            });
            yield return Judge($"WaitAsync of a semaphore and Delay({later})", isOrdered, async () =>
            {
                var wait = new SemaphoreSlim(0).WaitAsync(10);
                await Task.Delay(later);
                AsyncPrograms.Check(wait.IsCompleted);
                await wait;
            });
            yield return Judge($"WaitAsync of a task and Delay({later})", isOrdered, async () =>
            {
                var wait = new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMilliseconds(10));
                await Task.Delay(later);
                AsyncPrograms.Check(wait.IsCompleted);
                await wait.ContinueWith(t => t.Exception);
            });
            yield return Judge($"a timer and Sleep({later})", isOrdered, () =>
            {
                var begins = 0;
                using var over = new ManualResetEventSlim();
                using var timer = new Timer(_ => over.Set(), null, 10, Timeout.Infinite);
                Thread.Sleep(later);
                if (over.Wait(0)) begins = 1;
                over.Wait();
                begins.ShouldBeLessThanOrEqualTo(1);
                if (!isOrdered && begins == 0) throw new FormatException("not yet");
            });
        }
    }

    [TestCaseSource(nameof(Delays)), TestCaseSource(nameof(Kinds))]
    public void Are_ordered_only_by_a_distance(bool isOrdered, Func<Verdict> explore)
    {
        var verdict = explore();

        verdict.Outcome.ShouldBe(isOrdered ? Outcome.Proved : Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void A_proof_that_rests_on_an_order_of_times_says_so()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var (first, second) = (Task.Delay(10), Task.Delay(1000));
            await second;
            AsyncPrograms.Check(first.IsCompleted);
        });

        verdict.OrdersTimes.ShouldBeTrue();
        verdict.ToString().ReplaceLineEndings(" ").ShouldContain("run out in order");
    }

    [Test]
    public void A_proof_that_rests_on_none_does_not()
    {
        var verdict = Explorer.Explore(async () => await Task.WhenAll(Task.Delay(10), Task.Delay(20)));

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.OrdersTimes.ShouldBeFalse();
    }

    [Test]
    public void The_clock_never_runs_backwards()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var (first, second) = (Task.Delay(10), Task.Delay(15));
            await second;
            var then = TimeProvider.System.GetTimestamp();
            await first;
            AsyncPrograms.Check(TimeProvider.System.GetTimestamp() >= then);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Judge(string name, bool isOrdered, Func<Task> program) =>
        new TestCaseData(isOrdered, (Func<Verdict>)(() => Explorer.Explore(program)))
            .SetArgDisplayNames(name, isOrdered ? "ordered" : "either order");

    private static TestCaseData Judge(string name, bool isOrdered, Action program) =>
        new TestCaseData(isOrdered, (Func<Verdict>)(() => Explorer.Explore(program)))
            .SetArgDisplayNames(name, isOrdered ? "ordered" : "either order");
}
