using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.RandomPrograms;

/// <summary>
/// Holds the exploration of tasks, awaits, channels and cancellation against the oracle. More of them:
/// <c>--test-parameter programs=10000 --test-parameter seed=1 --test-parameter most=100</c>.
/// </summary>
public class AsyncProgramTests
{
    [Test]
    public void Explores_the_traces_that_the_oracle_finds_each_once()
    {
        var first = TestContext.Parameters.Get("seed", 1);
        var programs = TestContext.Parameters.Get("programs", 100);
        // An oracle that takes longer than this shows nothing in reasonable time.
        var most = TestContext.Parameters.Get("most", 1500);
        var (executions, deadlocks, left) = (0L, 0L, 0);
        var wrong = new List<string>();

        for (var seed = first; seed < first + programs; seed++)
        {
            var program = new AsyncProgram(seed);
            var optimal = TraceCounting.Optimal(program.Body, most + 1);
            if (optimal.Executions > most)
            {
                left++;
                continue;
            }
            var oracle = Search.Explore(new SleepSets(), program.Body, optimal.IsExact);
            if (!optimal.Traces.SetEquals(oracle.Traces) || optimal.Executions != optimal.Traces.Count
                || optimal.Redundant != 0 || optimal.Deadlocks != oracle.Deadlocks)
                wrong.Add($"seed {seed}: {program}: {optimal.Executions} executions, {optimal.Traces.Count}"
                    + $" traces, {optimal.Redundant} redundant, the oracle finds {oracle.Traces.Count}");
            // Where it is not exact, tasks end without events of their own: drawn the same way.
            var drawn = Outcomes.Drawn(program.Body, seed, count: 20, optimal.IsExact);
            if (drawn.Any(outcome => !optimal.Outcomes.Contains(outcome)))
                wrong.Add($"seed {seed}: {program}: an outcome that was drawn is not among the explored");
            executions += optimal.Executions;
            deadlocks += optimal.Deadlocks;
        }

        TestContext.Out.WriteLine($"seeds {first} to {first + programs - 1}: {executions} traces,"
            + $" {deadlocks} of them deadlocks; {left} programs left out, of more than {most}");
        wrong.ShouldBeEmpty();
        deadlocks.ShouldBeGreaterThan(0, "no program could deadlock: the comparison shows little");
    }

    /// <summary>Traces once lost: a delay had looked at its token without an event.</summary>
    [TestCase(123), TestCase(180)]
    public void A_token_is_looked_at_in_an_event(int seed)
    {
        var program = new AsyncProgram(seed);
        var optimal = TraceCounting.Optimal(program.Body);
        var oracle = Search.Explore(new SleepSets(), program.Body, optimal.IsExact);
        optimal.Traces.Count.ShouldBe(oracle.Traces.Count, $"{program}");
    }

    /// <summary>
    /// Traces once lost: a second call that closes a channel touches nobody who waits there, because the
    /// first has served them. But if it came first it would, and so it depends on what cancels them.
    /// </summary>
    [Test]
    public void What_a_call_touches_depends_on_those_before_it()
    {
        var program = new AsyncProgram(595);
        var optimal = TraceCounting.Optimal(program.Body);
        var oracle = Search.Explore(new SleepSets(), program.Body, optimal.IsExact);
        oracle.Traces.Count.ShouldBe(308);
        optimal.Traces.SetEquals(oracle.Traces).ShouldBeTrue();
        optimal.Executions.ShouldBe(308);
    }

    /// <summary>
    /// Executions once begun for nothing: who completes a task touches what else they wait for who wait
    /// for it, but not if it comes before they began to.
    /// </summary>
    [TestCase(278), TestCase(614), TestCase(1064), TestCase(2929)]
    public void What_a_completion_touches_depends_on_who_waits(int seed)
    {
        var program = new AsyncProgram(seed);
        var optimal = TraceCounting.Optimal(program.Body);
        optimal.Executions.ShouldBe(optimal.Traces.Count, $"{program}");
        optimal.Redundant.ShouldBe(0, $"{program}");
    }
}
