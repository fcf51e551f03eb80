using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Who waits for a task is run by who completes it, where .NET does so.</summary>
public class InlineTests
{
    [TestCase(true), TestCase(false)]
    public void Two_who_wait_for_one_task_run_one_after_the_other(bool isAsyncMethod)
    {
        Outcome_of(OneBlocksTheNext(isAsyncMethod, false))
            .Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        Outcome_of(OneBlocksTheNext(isAsyncMethod, true))
            .Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void One_who_waits_alone_may_block()
    {
        Outcome_of(async () =>
        {
            var loaded = new SemaphoreSlim(0);
            var load = Task.Run(() => { });
            async Task First()
            {
                await load;
                await Task.Yield();
                loaded.Wait();
            }
            var first = First();
            await Task.WhenAll(first, Task.Run(() => loaded.Release()));
        }).Outcome.ShouldBe(Outcome.Proved);
    }

    private static IEnumerable<TestCaseData> OnTheSpot()
    {
        yield return new TestCaseData((Task ready, Action look) =>
        {
            var work = Task.Run(async () => await ready);
            return Then(work, look);
        }).SetArgDisplayNames("Task.Run of an async delegate");
        yield return new TestCaseData((Task ready, Action look) =>
        {
            var work = Task.Run(async () => { await ready; return 1; });
            return Then(work, look);
        }).SetArgDisplayNames("the same, with a result");
        yield return new TestCaseData((Task ready, Action look) => ready.ContinueWith(
            _ => look(), TaskContinuationOptions.ExecuteSynchronously)).SetArgDisplayNames("ContinueWith");
    }

    /// <summary>What is complete last is complete inside that call, too.</summary>
    [TestCaseSource(nameof(OnTheSpot))]
    public void What_follows_runs_inside_the_call(Func<Task, Action, Task> follow)
    {
        Outcome_of(SetsUnderALock(TaskCreationOptions.None, follow))
            .Failure!.Kind.ShouldBe(FailureKind.Assertion);
        Outcome_of(SetsUnderALock(TaskCreationOptions.RunContinuationsAsynchronously, follow))
            .Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void ContinueWith_on_the_spot_runs_at_once_if_the_task_is_complete()
    {
        Outcome_of(async () =>
        {
            var gate = new object();
            Task next;
            lock (gate)
            {
                next = Task.CompletedTask.ContinueWith(
                    _ => AsyncPrograms.Check(Monitor.IsEntered(gate)),
                    TaskContinuationOptions.ExecuteSynchronously);
                AsyncPrograms.Check(next.IsCompleted);
            }
            await next;
            var done = Task.Run(() => { });
            await done;
            AsyncPrograms.Check(done.ContinueWith(
                _ => { }, TaskContinuationOptions.OnlyOnFaulted).IsCanceled);
            AsyncPrograms.Check(Task.FromResult(Task.CompletedTask).Unwrap().IsCompleted);
        }).Outcome.ShouldBe(Outcome.Proved);
    }

    private static async Task Then(Task work, Action look)
    {
        await work;
        look();
    }

    private static Func<Task> SetsUnderALock(
        TaskCreationOptions options, Func<Task, Action, Task> follow) => async () =>
    {
        var (gate, inside) = (new object(), false);
        var ready = new TaskCompletionSource(options);
        var waiting = follow(ready.Task, () => { lock (gate) AsyncPrograms.Check(!inside); });
        await Task.Run(() =>
        {
            lock (gate)
            {
                inside = true;
                ready.SetResult();
                inside = false;
            }
        });
        await waiting;
    };

    private static IEnumerable<TestCaseData> Combined()
    {
        yield return new TestCaseData((Task t) => Task.WhenAll(t)).SetArgDisplayNames("all of one");
        yield return new TestCaseData((Task t) => Task.WhenAll(t, Task.Run(() => { })))
            .SetArgDisplayNames("all of two");
        yield return new TestCaseData((Task t) => (Task)Task.WhenAny(t, new TaskCompletionSource().Task))
            .SetArgDisplayNames("any of two");
        yield return new TestCaseData((Task t) => (Task)Task.WhenAny(Task.WhenAll(t), Task.Delay(-1)))
            .SetArgDisplayNames("any of one and all");
        yield return new TestCaseData((Task t) => Task.WhenAll(t, Task.WhenAny(t, Task.Delay(-1))))
            .SetArgDisplayNames("all of one and any");
    }

    [TestCaseSource(nameof(Combined))]
    public void Who_waits_for_several_runs_inside_the_call_that_completes_the_last(Func<Task, Task> of)
    {
        Outcome_of(CompletesUnderALock(of, TaskCreationOptions.None))
            .Failure!.Kind.ShouldBe(FailureKind.Assertion);
        Outcome_of(CompletesUnderALock(of, TaskCreationOptions.RunContinuationsAsynchronously))
            .Outcome.ShouldBe(Outcome.Proved);
    }

    /// <summary>Both wait before the task ends: the second comes when the first gives way.</summary>
    internal static Func<Task> OneBlocksTheNext(bool isAsyncMethod, bool givesWay) => async () =>
    {
        var (begun, loaded) = (new SemaphoreSlim(0), new ManualResetEventSlim());
        var load = isAsyncMethod ? Load() : Task.Run(begun.Wait);
        var (first, second) = (First(), Second());
        begun.Release();
        await Task.WhenAll(first, second);

        async Task Load()
        {
            await Task.Yield();
            begun.Wait();
        }

        async Task First()
        {
            await load;
            if (givesWay) await Task.Yield();
            loaded.Wait();
        }

        async Task Second()
        {
            await load;
            loaded.Set();
        }
    };

    internal static Func<Task> CompletesUnderALock(
        Func<Task, Task> of, TaskCreationOptions options, bool checks = true) => async () =>
    {
        var gate = new object();
        var inside = false;
        var ready = new TaskCompletionSource(options);
        var waiting = WaitAndLook();
        await Task.Run(() =>
        {
            lock (gate)
            {
                inside = true;
                ready.SetResult();
                inside = false;
            }
        });
        await waiting;

        async Task WaitAndLook()
        {
            await of(ready.Task);
            lock (gate) AsyncPrograms.Check(!checks || !inside);
        }
    };

    private static Verdict Outcome_of(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        TestContext.Out.WriteLine(verdict);
        return verdict;
    }
}
