using Interleavings.Tests.Primitives;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>What continues several tasks, and a task completion source that a class derives from.</summary>
public class ContinueWhenTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Fails("either may be the first", () =>
        {
            var (one, two) = (Task.Run(() => 1), Task.Run(() => 2));
            Task.Factory.ContinueWhenAny([one, two], first => first.Result).Result.ShouldBe(1);
            Task.WaitAll(one, two);
        }, FailureKind.Exception, FailureKind.Assertion);
        yield return Judged.Holds("the first is one of them", () =>
        {
            var (one, two) = (Task.Run(() => 1), Task.Run(() => 2));
            Task.Factory.ContinueWhenAny([one, two], first => first.Result).Result.ShouldBeOneOf(1, 2);
            Task.WaitAll(one, two);
        });
        yield return Judged.Holds("all are complete", () =>
        {
            var (one, two) = (Task.Run(() => 1), Task.Run(() => 2));
            Task.Factory.ContinueWhenAll([one, two], all => all.Sum(t => t.Result)).Result.ShouldBe(3);
        });
        yield return Judged.Holds("all are complete, one of them by an exception", () =>
        {
            var (one, two) = (Task.Run(() => { }), Task.Run(() => throw new FormatException()));
            Task.Factory.ContinueWhenAll([one, two], all => all[1].IsFaulted.ShouldBeTrue()).Wait();
            two.Exception.ShouldNotBeNull();
        });
        yield return Judged.Fails("it runs beside who made it", () =>
        {
            var count = 0;
            var last = Task.Factory.ContinueWhenAll([Task.Run(() => { })], _ => count++);
            count++;
            last.Wait();
        }, FailureKind.DataRace);
        yield return Judged.Holds("a factory with a result", () =>
        {
            var factory = new TaskFactory<int>();
            factory.ContinueWhenAll([Task.Run(() => { })], all => all.Length).Result.ShouldBe(1);
            factory.ContinueWhenAny([Task.Run(() => 4)], (Task<int> first) => first.Result).Result.ShouldBe(4);
        });
        yield return Judged.Fails("a condition makes no sense", () => Task.Factory.ContinueWhenAny(
            [Task.CompletedTask], _ => { }, TaskContinuationOptions.OnlyOnFaulted), FailureKind.Exception);
        yield return Judged.Holds("a class that derives from a source", async () =>
        {
            var ticket = new Ticket();
            var other = Task.Run(() => ticket.SetResult(7));
            (await ticket.Task).ShouldBe(7);
            await other;
        });
        yield return Judged.Fails("nobody completes it", async () => await new Done().Task,
            FailureKind.Deadlock, FailureKind.LostWakeUp);
    }

    [TestCaseSource(nameof(Programs))]
    public void It_is_judged_as(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    private sealed class Ticket : TaskCompletionSource<int>;

    private sealed class Done() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
