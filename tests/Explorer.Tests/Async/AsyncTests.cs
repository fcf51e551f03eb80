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
        Console.WriteLine(verdict);
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void A_read_before_an_await_is_stale_after_it()
    {
        var verdict = Explorer.Explore(AsyncPrograms.ReadAwaitWrite());
        Console.WriteLine(verdict);
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void Who_waits_runs_inside_the_call_that_completes()
    {
        var verdict = Explorer.Explore(AsyncPrograms.CompletesUnderALock(TaskCreationOptions.None));
        Console.WriteLine(verdict);
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);

        verdict = Explorer.Explore(
            AsyncPrograms.CompletesUnderALock(TaskCreationOptions.RunContinuationsAsynchronously));
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_semaphore_guards()
    {
        var verdict = Explorer.Explore(AsyncPrograms.Guarded(3));
        Console.WriteLine(verdict);
        verdict.Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void First_of_two()
    {
        var verdict = Explorer.Explore(AsyncPrograms.FirstOfTwo());
        Console.WriteLine(verdict);
        verdict.Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void Debugging()
    {
        var dpor = new Exploration.OptimalDpor();
        var n = 0;
        var program = AsyncPrograms.Guarded(2);
        Oracle.TraceCounting.Run(dpor, () => Models.AsyncBody.Run(program), execution =>
        {
            Console.WriteLine($"--- {++n} {execution.Ending} {execution.Fault?.Message}");
            for (var i = 0; i < execution.Trace.Count; i++)
            {
                var e = execution.Trace[i];
                Console.WriteLine($"{i} {e.Operation.Letter} {e.Kind} {e.Location?.Id}{e.Mode} [{string.Join(' ', (e.More ?? []).Select(m => $"{m.Location.Id}{m.Mode}"))}] {Site.Parse(e.Site)}");
            }
            foreach (var o in execution.Operations) if (o.IsPending) Console.WriteLine($"   pending {o.Letter} {o.Next.Kind} {o.Next.Location?.Id}");
            dpor.Analyse(execution);
            return n < 8 && dpor.Backtrack(execution.Trace);
        });
    }

    private static TestCaseData Case(string name, Func<Task> program, int traces) =>
        new TestCaseData(program, traces).SetArgDisplayNames(name);
}
