using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Litmus;

/// <summary>The same code gives the same verdict and the same counterexample, in every run.</summary>
public class DeterminismTests
{
    private const int Runs = 50;

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return new(Asserted()) { TestName = "A lost update" };
        yield return new(Programs.Increments(3)) { TestName = "A data race" };
        yield return new(Programs.Philosophers(3, false)) { TestName = "A deadlock" };
    }

    [TestCaseSource(nameof(Broken))]
    public void Every_run_tells_the_same_letter_by_letter(Action program)
    {
        var first = Explorer.Explore(program).ToString();

        for (var i = 1; i < Runs; i++) Explorer.Explore(program).ToString().ShouldBe(first);
    }

    [TestCaseSource(nameof(Broken))]
    public void The_schedule_leads_there_again(Action program)
    {
        var found = Explorer.Explore(program);

        var again = Explorer.Replay(found.Schedule!, program);

        again.Failure!.Kind.ShouldBe(found.Failure!.Kind);
        again.Failure.Steps.ShouldBe(found.Failure.Steps);
        again.Failure.Preemptions.ShouldBe(found.Failure.Preemptions);
    }

    [Test]
    public void A_replay_is_one_execution()
    {
        var runs = 0;

        Explorer.Replay(Schedule.Parse("A2 B"), () =>
        {
            runs++;
            Asserted()();
        });

        runs.ShouldBe(1);
    }

    [Test]
    public void A_replay_passes_over_threads_and_tasks_that_do_nothing()
    {
        var found = Explorer.Explore(() =>
        {
            Threads.Run(1, static _ => { });
            Task.Run(static () => { }).Wait();
            Asserted()();
        });

        found.Failure!.Kind.ShouldBe(FailureKind.Assertion, found.ToString());
    }

    private static Action Asserted() => () =>
    {
        var cell = new Programs.Cell();
        Threads.Run(2, _ => cell.N++);
        cell.N.ShouldBe(2);
    };
}
