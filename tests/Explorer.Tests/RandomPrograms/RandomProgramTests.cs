using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.RandomPrograms;

/// <summary>
/// Holds the exploration against the oracle on programs nobody has thought of. More of them:
/// <c>--test-parameter programs=10000 --test-parameter seed=1</c>.
/// </summary>
public class RandomProgramTests
{
    [Test]
    public void Explores_the_traces_that_the_oracle_finds_each_once()
    {
        var first = TestContext.Parameters.Get("seed", 1);
        var programs = TestContext.Parameters.Get("programs", 500);
        var (executions, deadlocks) = (0L, 0L);

        for (var seed = first; seed < first + programs; seed++)
        {
            var program = new RandomProgram(seed);
            var about = $"seed {seed}: {program}";
            var oracle = Search.Explore(new SleepSets(), program.Body);
            var optimal = TraceCounting.Optimal(program.Body);

            optimal.Traces.SetEquals(oracle.Traces).ShouldBeTrue(
                $"{about}: {optimal.Executions} executions, {optimal.Traces.Count} traces, the oracle finds {oracle.Traces.Count}");
            optimal.Executions.ShouldBe(optimal.Traces.Count, about);
            optimal.Redundant.ShouldBe(0, about);
            optimal.Deadlocks.ShouldBe(oracle.Deadlocks, about);
            executions += optimal.Executions;
            deadlocks += optimal.Deadlocks;
        }

        TestContext.Out.WriteLine($"seeds {first} to {first + programs - 1}:"
            + $" {executions} traces, {deadlocks} of them deadlocks");
        deadlocks.ShouldBeGreaterThan(0, "no program could deadlock: the comparison shows little");
    }
}
