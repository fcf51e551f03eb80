using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>
/// Attached children: their parent is complete only after them
/// (learn.microsoft.com/dotnet/standard/parallel-programming/attached-and-detached-child-tasks).
/// </summary>
public class AttachedTests
{
    private const TaskCreationOptions Attached = TaskCreationOptions.AttachedToParent;

    private static IEnumerable<TestCaseData> Children()
    {
        yield return Case("StartNew", work => Task.Factory.StartNew(work, Attached));
        yield return Case("a task that is made first", work => new Task(work, Attached).Start());
        yield return Case("a continuation", work => Task.Run(() => { })
            .ContinueWith(_ => work(), TaskContinuationOptions.AttachedToParent));
        yield return Case("a child's child", work => Task.Factory.StartNew(
            () => { Task.Factory.StartNew(work, Attached); }, Attached));
        yield return Case("a factory's option", work => new TaskFactory(
            Attached, TaskContinuationOptions.None).StartNew(work));
        yield return Case("a source", work =>
        {
            var source = new TaskCompletionSource(Attached);
            Task.Run(() => { work(); source.SetResult(); });
        });
    }

    [TestCaseSource(nameof(Children))]
    public void A_parent_is_complete_only_after_its_attached_children(Action<Action> start)
    {
        var verdict = Explorer.Explore(() =>
        {
            var done = 0;
            Task.Factory.StartNew(() => start(() => done = 1)).Wait();
            AsyncPrograms.Check(done == 1);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static IEnumerable<TestCaseData> Parents()
    {
        yield return new TestCaseData((Action body) => Task.Run(body)).SetArgDisplayNames("Task.Run");
        yield return new TestCaseData((Action body) => Task.Factory.StartNew(
            body, TaskCreationOptions.DenyChildAttach)).SetArgDisplayNames("DenyChildAttach");
        yield return new TestCaseData((Action body) => Task.CompletedTask.ContinueWith(
            _ => body(), TaskContinuationOptions.DenyChildAttach)).SetArgDisplayNames("a continuation");
    }

    [TestCaseSource(nameof(Parents))]
    public void A_parent_that_denies_it_does_not_wait_for_a_child(Func<Action, Task> parent)
    {
        var verdict = Explorer.Explore(() =>
        {
            var (done, child) = (0, Task.CompletedTask);
            parent(() => child = Task.Factory.StartNew(
                () => Volatile.Write(ref done, 1), Attached)).Wait();
            var wasDone = Volatile.Read(ref done) == 1;
            child.Wait();
            AsyncPrograms.Check(wasDone);
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void What_a_child_throws_is_the_parents_as_well()
    {
        var verdict = Explorer.Explore(() =>
        {
            var parent = Task.Factory.StartNew(() =>
            {
                Task.Factory.StartNew(() => throw new FormatException(), Attached);
                throw new InvalidOperationException();
            });
            var thrown = Assert.Throws<AggregateException>(parent.Wait);
            AsyncPrograms.Check(thrown.InnerExceptions is
                [InvalidOperationException, AggregateException { InnerException: FormatException }]);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void What_a_parent_has_caught_itself_is_not_its_failure()
    {
        var verdict = Explorer.Explore(() =>
        {
            var parent = Task.Factory.StartNew(() =>
            {
                var child = Task.Factory.StartNew(() => throw new FormatException(), Attached);
                Assert.Throws<AggregateException>(child.Wait);
            });
            parent.Wait();
            AsyncPrograms.Check(parent.Status == TaskStatus.RanToCompletion);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCase(TaskStatus.Running), TestCase(TaskStatus.WaitingForChildrenToComplete)]
    public void Both_statuses_of_a_parent_are_seen(TaskStatus status)
    {
        var verdict = Explorer.Explore(() =>
        {
            using var go = new ManualResetEventSlim();
            var parent = Task.Factory.StartNew(
                () => { Task.Factory.StartNew(() => go.Wait(), Attached); });
            var seen = parent.Status;
            go.Set();
            parent.Wait();
            AsyncPrograms.Check(seen != status);
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void A_child_that_waits_for_its_parent_is_a_deadlock()
    {
        var verdict = Explorer.Explore(() =>
        {
            var known = new TaskCompletionSource<Task>();
            var parent = Task.Factory.StartNew(() =>
            {
                Task.Factory.StartNew(() => known.Task.Result.Wait(), Attached);
            });
            known.SetResult(parent);
            parent.Wait();
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Deadlock);
    }

    /// <summary>Else the task that completes what is awaited would be the parent of what follows.</summary>
    [Test]
    public void What_goes_on_inside_a_task_is_no_part_of_it()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var (gate, go, child) = (new TaskCompletionSource(), new ManualResetEventSlim(), Task.CompletedTask);
            async Task Waiting()
            {
                await gate.Task;
                child = Task.Factory.StartNew(() => go.Wait(), Attached);
            }
            var waiting = Waiting();
            await Task.Factory.StartNew(() => gate.SetResult());
            await waiting;
            go.Set();
            await child;
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string name, Action<Action> start) =>
        new TestCaseData(start).SetArgDisplayNames(name);
}
