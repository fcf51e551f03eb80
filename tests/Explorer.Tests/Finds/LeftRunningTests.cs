using System.Collections.Concurrent;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Work that the test's body leaves behind: a failure, unless the spec allows it.</summary>
public class LeftRunningTests
{
    private static readonly Bounds Allowed = new() { LeftRunning = LeftRunning.Allowed };

    private static IEnumerable<TestCaseData> Left()
    {
        yield return Case("waits for an event", () =>
        {
            var never = new ManualResetEventSlim();
            Background(never.Wait);
        });
        yield return Case("waits for items", () =>
        {
            var items = new BlockingCollection<int>();
            Background(() => { foreach (var _ in items.GetConsumingEnumerable()) { } });
            items.Add(1);
        });
        yield return Case("waits for a pulse", () =>
        {
            var gate = new object();
            Background(() => { lock (gate) Monitor.Wait(gate); });
        });
        yield return Case("waits for a lock that its owner never releases", () =>
        {
            var gate = new object();
            Monitor.Enter(gate);
            Background(() => { lock (gate) { } });
        });
        yield return Case("goes round in a loop that waits", () =>
        {
            var isStopped = 0;
            Background(() => { while (Volatile.Read(ref isStopped) == 0) { } });
        });
        yield return Case("sleeps for ever", () => Background(() => Thread.Sleep(Timeout.Infinite)));
        yield return Case("awaits for ever", () =>
        {
            _ = Wait(new TaskCompletionSource().Task);

            static async Task Wait(Task never) => await never;
        });
        yield return Case("a task that waits for ever", () =>
        {
            var never = new SemaphoreSlim(0);
            Task.Run(() => never.Wait());
        });
        yield return Case("a task that ends some time", () => { _ = Task.Run(() => { }); });
    }

    [TestCaseSource(nameof(Left))]
    public void Work_that_is_left_is_a_failure(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.LeftRunning, verdict.ToString());
    }

    [TestCaseSource(nameof(Left))]
    public void Work_that_is_left_is_allowed_where_the_spec_says_so(Action program)
    {
        var verdict = Explorer.Explore(program, Allowed);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        Explorer.ExploreSome(program, Allowed).Outcome.ShouldBe(Outcome.Proved);
        Explorer.Replay(Schedule.Parse(""), program, null, Allowed).Outcome.ShouldBe(Outcome.Unfinished);
    }

    [Test]
    public void A_foreground_thread_that_never_ends_is_a_failure_in_any_case()
    {
        Action program = () =>
        {
            var never = new ManualResetEventSlim();
            new Thread(never.Wait).Start();
        };

        foreach (var bounds in (Bounds[])[new(), Allowed])
        {
            var failure = Explorer.Explore(program, bounds).Failure!;
            failure.Kind.ShouldBe(FailureKind.LeftRunning);
            failure.Message.ShouldContain("foreground");
            failure.Operation.ShouldBe(1);
        }
    }

    [Test]
    public void Threads_that_wait_for_each_other_are_a_deadlock_in_any_case()
    {
        Action program = () =>
        {
            var (one, other) = (new object(), new object());
            Background(() => { lock (one) lock (other) { } });
            Background(() => { lock (other) lock (one) { } });
        };

        Explorer.Explore(program).Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        Explorer.Explore(program, Allowed).Failure!.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void A_body_that_waits_for_a_blocked_thread_is_a_deadlock()
    {
        var verdict = Explorer.Explore(() =>
        {
            var never = new ManualResetEventSlim();
            var thread = new Thread(never.Wait) { IsBackground = true };
            thread.Start();
            thread.Join();
        }, Allowed);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    [Test]
    public void What_fails_in_work_that_is_allowed_to_be_left_is_a_failure()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            var never = new ManualResetEventSlim();
            Background(never.Wait);
            Background(() =>
            {
                var before = Interlocked.Increment(ref count);
                before.ShouldBe(1);
            });
            Interlocked.Increment(ref count);
        }, Allowed);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        verdict.Failure.Operation.ShouldBe(2);
    }

    [Test]
    public void A_data_race_with_work_that_is_allowed_to_be_left_is_a_failure()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Background(() => count++);
            count++;
        }, Allowed);

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
    }

    private static void Background(Action body) =>
        new Thread(() => body()) { IsBackground = true }.Start();

    private static TestCaseData Case(string name, Action program) => new(program) { TestName = name };
}
