using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>A parallel loop promises no second worker: then its iterations run one after the other.</summary>
public class OneWorkerTests
{
    private static readonly int[] s_pair = [1, 2];

    private static IEnumerable<TestCaseData> WaitingForEachOther()
    {
        yield return Case("For, at a barrier", () =>
        {
            var barrier = new Barrier(2);
            Parallel.For(0, 2, _ => barrier.SignalAndWait());
        });
        yield return Case("Invoke, a signal", () =>
        {
            var signal = new ManualResetEventSlim();
            Parallel.Invoke(() => signal.Wait(), () => signal.Set());
        });
        yield return Case("at most two workers", () =>
        {
            var barrier = new Barrier(2);
            Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 },
                () => 0, (_, _, n) => { barrier.SignalAndWait(); return n; }, _ => { });
        });
        yield return Case("ForEachAsync, a source", () =>
        {
            var source = new TaskCompletionSource();
            Parallel.ForEachAsync([0, 1], async (i, _) =>
            {
                if (i == 0) await source.Task;
                else source.SetResult();
            }).Wait();
        });
        yield return Case("a query", () =>
        {
            var countdown = new CountdownEvent(2);
            new[] { 1, 2 }.AsParallel().ForAll(_ =>
            {
                countdown.Signal();
                countdown.Wait();
            });
        });
    }

    /// <summary>Nobody promises that two of them are ever at work at the same time.</summary>
    [TestCaseSource(nameof(WaitingForEachOther))]
    public void Iterations_must_not_wait_for_each_other(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        verdict.FirstFailureAt!.Value.ShouldBeInRange(2, verdict.Executions);
        var schedule = verdict.Failure.Schedule.ToString();
        schedule.ShouldStartWith("one-worker");
        var again = Explorer.Replay(Schedule.Parse(schedule), program);
        again.Failure!.Kind.ShouldBe(FailureKind.Deadlock, schedule);
        TestContext.Out.WriteLine(verdict.ToString());
    }

    [Test]
    public void The_first_iteration_may_set_what_the_second_waits_for() => Explorer.Explore(() =>
    {
        var signal = new ManualResetEventSlim();
        Parallel.For(0, 2, i =>
        {
            if (i == 0) signal.Set();
            else signal.Wait();
        });
    }).Outcome.ShouldBe(Outcome.Proved);

    private static IEnumerable<TestCaseData> Promised()
    {
        yield return Case("a wait that frees its worker", () =>
        {
            var source = new TaskCompletionSource();
            Parallel.ForEachAsync([0, 1], new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) =>
            {
                if (i == 0) await source.Task;
                else source.SetResult();
            }).Wait();
        });
        yield return Case("a query whose degree is given", () =>
        {
            var barrier = new Barrier(2);
            s_pair.AsParallel().WithDegreeOfParallelism(2).ForAll(_ => barrier.SignalAndWait());
        });
    }

    [TestCaseSource(nameof(Promised))]
    public void Right_as_they_are(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
