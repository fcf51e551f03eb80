using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

public class AsyncTests
{
    private static IEnumerable<TestCaseData> Counted()
    {
        yield return Case("WhenAll of two races", AsyncPrograms.WhenAllRace(false), 4);
        yield return Case("two Task.Run race", AsyncPrograms.RunRace(), 4);
        yield return Case("a semaphore, two flows", AsyncPrograms.Guarded(2), 4);
        // Whichever comes first.
        yield return Case("the clock against completion", AsyncPrograms.ClockAgainstCompletion(), 2);
        // Each item goes to one of the two; then one of them is the first to see the end.
        yield return Case("await foreach by two flows, no item", AsyncPrograms.SharedStream(0), 2);
        yield return Case("await foreach by two flows, one item", AsyncPrograms.SharedStream(1), 4);
        yield return Case("await foreach by two flows, three items", AsyncPrograms.SharedStream(3), 16);
        // Inside the call; after the lock is free; and, without the lock, before the end as well.
        yield return Case("goes on inside", AsyncPrograms.GoesOnAfter(TaskCreationOptions.None, true), 1);
        yield return Case("goes on later", AsyncPrograms.GoesOnAfter(
            TaskCreationOptions.RunContinuationsAsynchronously, true), 1);
        yield return Case("goes on later, without a lock", AsyncPrograms.GoesOnAfter(
            TaskCreationOptions.RunContinuationsAsynchronously, false), 2);
    }

    [TestCaseSource(nameof(Counted))]
    public void Explores_each_trace_once(Func<Task> program, int traces)
    {
        var verdict = Explorer.Explore(program, new Bounds { CountAll = true });

        verdict.Executions.ShouldBe(traces, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    [Test]
    public void A_race()
    {
        var verdict = Explorer.Explore(AsyncPrograms.WhenAllRace(true));
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void A_read_before_an_await_is_stale_after_it()
    {
        var verdict = Explorer.Explore(AsyncPrograms.ReadAwaitWrite());
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void Who_waits_runs_inside_the_call_that_completes()
    {
        var verdict = Explorer.Explore(AsyncPrograms.CompletesUnderALock(TaskCreationOptions.None));
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());

        verdict = Explorer.Explore(
            AsyncPrograms.CompletesUnderALock(TaskCreationOptions.RunContinuationsAsynchronously));
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_semaphore_guards()
    {
        var verdict = Explorer.Explore(AsyncPrograms.Guarded(3));
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void First_of_two()
    {
        var verdict = Explorer.Explore(AsyncPrograms.FirstOfTwo());
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    /// <summary>Two limits that one operation has set: the schedule says which of them is over.</summary>
    [TestCase(10, 20), TestCase(10, 10)]
    public void Delays_do_not_say_who_goes_on_first(int one, int other)
    {
        var verdict = Explorer.Explore(async () =>
        {
            var last = 0;
            async Task Set(int milliseconds, int value)
            {
                await Task.Delay(milliseconds);
                Volatile.Write(ref last, value);
            }
            await Task.WhenAll(Set(one, 1), Set(other, 2));
            AsyncPrograms.Check(last == 2);
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    /// <summary>The alarm it sets is its own.</summary>
    [Test]
    public void A_tick_is_told_with_its_timer()
    {
        var verdict = Explorer.Explore(async () =>
        {
            using var pulse = new PeriodicTimer(TimeSpan.FromSeconds(1));
            var count = 0;
            var work = Task.Run(() => Volatile.Write(ref count, 1));
            await pulse.WaitForNextTickAsync();
            AsyncPrograms.Check(Volatile.Read(ref count) == 1);
            await work;
        });
        TestContext.Out.WriteLine(verdict);
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
        verdict.Failure.Steps.ShouldContain(step => step.Kind == EventKind.SetAlarm && step.Target == "pulse");
    }

    private static TestCaseData Case(string name, Func<Task> program, int traces) =>
        new TestCaseData(program, traces).SetArgDisplayNames(name);
}
