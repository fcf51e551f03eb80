using System.Collections.Concurrent;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>When a thread or task ends can decide, and a schedule says so.</summary>
public class EndTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Case("A thread that has ended", () =>
        {
            var thread = new Thread(() => { });
            thread.Start();
            thread.IsAlive.ShouldBeTrue();
            thread.Join();
        });
        yield return Case("A thread that has done its work and not ended", () =>
        {
            var done = 0;
            var thread = new Thread(() => Volatile.Write(ref done, 1));
            thread.Start();
            if (Volatile.Read(ref done) == 1) thread.IsAlive.ShouldBeFalse();
            thread.Join();
        });
        yield return Case("A thread that has done its work and ended", () =>
        {
            var done = 0;
            var thread = new Thread(() => Volatile.Write(ref done, 1));
            thread.Start();
            if (Volatile.Read(ref done) == 1) thread.IsAlive.ShouldBeTrue();
            thread.Join();
        });
        yield return Case("A thread that is joined without waiting", () =>
        {
            var thread = new Thread(() => { });
            thread.Start();
            thread.Join(0).ShouldBeFalse();
            thread.Join();
        });
        yield return Case("A task that is complete", () =>
        {
            var task = Task.Run(() => { });
            task.IsCompleted.ShouldBeFalse();
            task.Wait();
        });
        yield return Case("A task that is not complete", () =>
        {
            var task = Task.Run(() => { });
            task.IsCompleted.ShouldBeTrue();
            task.Wait();
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void The_schedule_leads_there_again(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());

        var again = Explorer.Replay(Schedule.Parse($"{verdict.Schedule}"), program);

        again.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void The_collection_below_a_BlockingCollection_is_unsupported_by_name()
    {
        var verdict = Explorer.Explore(() =>
        {
            var below = new ConcurrentQueue<int>();
            var items = new BlockingCollection<int>(below);
            Litmus.Threads.Run(
                () => items.Add(1),
                () => { if (below.Count == 1) items.Count.ShouldBe(1); });
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.IsNondeterminism.ShouldBeFalse();
        verdict.Refusal.Member.ShouldContain("BlockingCollection");
    }

    private static TestCaseData Case(string name, Action program) => new(program) { TestName = name };
}
