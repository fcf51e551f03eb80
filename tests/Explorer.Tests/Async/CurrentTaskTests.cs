using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Task.CurrentId: the task whose delegate runs, and none after an await that has left it.</summary>
public class CurrentTaskTests
{
    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("nobody's outside", () =>
        {
            AsyncPrograms.Check(Task.CurrentId is null);
            return Task.CompletedTask;
        });
        yield return Case("nobody's on a thread", () =>
        {
            int? seen = 0;
            var thread = new Thread(() => seen = Task.CurrentId);
            thread.Start();
            thread.Join();
            AsyncPrograms.Check(seen is null);
            return Task.CompletedTask;
        });
        yield return Case("its own", async () =>
        {
            var task = Task.Run(() => Task.CurrentId);
            AsyncPrograms.Check(await task == task.Id);
        });
        yield return Case("its own, started later", async () =>
        {
            var task = new Task<int?>(() => Task.CurrentId);
            task.Start();
            AsyncPrograms.Check(await task == task.Id);
        });
        yield return Case("a continuation's own", async () =>
        {
            var task = Task.Run(() => { }).ContinueWith(_ => Task.CurrentId);
            AsyncPrograms.Check(await task == task.Id);
        });
        yield return Case("a continuation's own, where the first ends", async () =>
        {
            var task = Task.Run(() => { }).ContinueWith(
                _ => Task.CurrentId, TaskContinuationOptions.ExecuteSynchronously);
            AsyncPrograms.Check(await task == task.Id);
        });
        yield return Case("the same after another was waited for", async () =>
        {
            var task = Task.Run(() =>
            {
                var inner = Task.Run(() => Task.CurrentId);
                return inner.Result == inner.Id ? Task.CurrentId : null;
            });
            AsyncPrograms.Check(await task == task.Id);
        });
        yield return Case("in an asynchronous delegate, the delegate's", async () =>
        {
            var task = Task.Run(async () =>
            {
                var seen = Task.CurrentId;
                await Task.Yield();
                return Task.CurrentId is null ? seen : null;
            });
            AsyncPrograms.Check(await task is { } seen && seen != task.Id);
        });
        yield return Case("nobody's after an await", async () =>
        {
            await Task.Run(() => { });
            AsyncPrograms.Check(Task.CurrentId is null);
        });
        yield return Case("nobody's in what a task completes", async () =>
        {
            var (source, seen) = (new TaskCompletionSource(), (int?)0);
            async Task Rest()
            {
                await source.Task;
                seen = Task.CurrentId;
            }
            var rest = Rest();
            var task = Task.Run(() =>
            {
                source.SetResult();
                return Task.CurrentId;
            });
            AsyncPrograms.Check(await task == task.Id);
            await rest;
            AsyncPrograms.Check(seen is null);
        });
    }

    [TestCaseSource(nameof(Right))]
    public void Is_right(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void After_an_await_that_may_not_wait_it_is_left_to_chance()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var work = Task.Run(() => { });
            await Task.Run(async () =>
            {
                await work;
                AsyncPrograms.Check(Task.CurrentId is null);
            });
        });
        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldStartWith("Task.CurrentId");
    }

    [Test]
    public void In_a_parallel_loop_it_is_left_to_chance()
    {
        var verdict = Explorer.Explore(() => { Parallel.For(0, 2, (int i) => { _ = Task.CurrentId; }); });
        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldBe("Task.CurrentId in a parallel loop");
    }

    private static TestCaseData Case(string name, Func<Task> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
