using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Refuses;

/// <summary>What is outside control is named, never run as if it were inside.</summary>
public class RefusalTests
{
    private static IEnumerable<TestCaseData> Outside()
    {
        yield return Case("System.Threading.Mutex", () => new Mutex(false, "katas").WaitOne());
        yield return Case("System.Threading.SemaphoreSlim.get_AvailableWaitHandle", () =>
            _ = new SemaphoreSlim(1).AvailableWaitHandle);
        yield return Case("System.Threading.Tasks.TaskFactory.FromAsync", () =>
            Task.Factory.FromAsync(Task.CompletedTask, _ => { }));
        yield return Case("System.Linq.ParallelEnumerable.Aggregate", () =>
            new[] { 1 }.AsParallel().Aggregate((a, b) => a + b));
        yield return Case("System.Linq.ParallelEnumerable.Take", () => new[] { 1 }.AsParallel().Take(1).ToArray());
        yield return Case("System.Collections.Concurrent.Partitioner.Create", () =>
            Partitioner.Create(0, 2).AsParallel().ToArray());
        yield return Case("a task with a token that is made first and started later", () =>
            new Task(() => { }, new CancellationTokenSource().Token).Start());
        yield return Case("TaskContinuationOptions.LazyCancellation", () =>
            Task.CompletedTask.ContinueWith(_ => { }, new CancellationTokenSource().Token,
                TaskContinuationOptions.LazyCancellation, TaskScheduler.Default));
        yield return Case("PeriodicTimer with a TimeProvider of one's own", () =>
            new PeriodicTimer(TimeSpan.FromSeconds(1), new OwnTime()));
        yield return Case("System.Threading.ThreadPool.SetMaxThreads",
            () => ThreadPool.SetMaxThreads(1, 1));
        yield return Case("System.Collections.Concurrent.BlockingCollection<T>.TakeFromAny",
            () => BlockingCollection<int>.TakeFromAny([[]], out _));
        yield return Case("async/await", () => _ = Later());
        yield return Case("System.IO.File.ReadAllTextAsync", () => File.ReadAllTextAsync("").Wait());
        yield return Case("System.Reflection.FieldInfo.SetValue",
            () => typeof(ValueTuple<int>).GetField("Item1")!.SetValue(new ValueTuple<int>(1), 2));
        yield return Case("System.ArraySegment<T> as an object",
            () => _ = new ArraySegment<int>([1]).Sum());
        yield return Case("dynamic", () =>
        {
            dynamic number = 1;
            number++;
        });
        yield return Case("System.Diagnostics.Process.Start",
            () => System.Diagnostics.Process.Start("there-is-no-such-program"));
        yield return Case("System.Diagnostics.Metrics.MeterListener",
            () => new System.Diagnostics.Metrics.MeterListener().Start());
        yield return Case("System.Diagnostics.ActivitySource.AddActivityListener",
            () => System.Diagnostics.ActivitySource.AddActivityListener(new()));
        yield return Case("System.Console.ReadLine", () => Console.ReadLine());
    }

    [TestCaseSource(nameof(Outside))]
    public void Named_with_its_line_and_what_to_use_instead(string member, Action program)
    {
        var verdict = Explorer.Explore(() => Threads.Run(program));

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldStartWith(member);
        verdict.Refusal.Site.File.ShouldBe("RefusalTests.cs");
        verdict.Refusal.Site.Line.ShouldBeGreaterThan(0);
        verdict.Refusal.Reason.ShouldNotBeEmpty();
    }

    [Test]
    public void A_program_that_is_not_woven()
    {
        var verdict = Explorer.Explore(Console.WriteLine);

        verdict.Outcome.ShouldBe(Outcome.Refused);
        verdict.Refusal!.Reason.ShouldContain("Weave.targets");
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask Later() => await Task.Yield();

    private sealed class OwnTime : TimeProvider;

    private static TestCaseData Case(string member, Action program) =>
        new(member, program) { TestName = member };
}
