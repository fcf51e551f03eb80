using System.Diagnostics;
using System.Globalization;
using Interleavings;
using Katas.Tests;
using NUnit.Framework;
using NUnit.Framework.Internal;
using Shouldly;

namespace SecondOpinion;

/// <summary>
/// Executions per second of both engines, one after the other, on the same specs of the same
/// programs. Both run on the processors that this process may use: taskset --cpu-list 0 dotnet test
/// --project tests/SecondOpinion --filter Rate
/// </summary>
public class RateTests
{
    /// <summary>What both engines find right.</summary>
    static readonly (string Program, string Spec)[] Measured =
    [
        ("05-LockFix/right-monitor",
            nameof(Kata05_LockFix.No_update_is_lost_when_each_thread_increments_twice)),
        ("06-AtomicCounter/the solution",
            nameof(Kata06_AtomicCounter.The_highest_of_three_values_stays)),
        ("09-BoundedBuffer/the solution", nameof(Kata09_BoundedBuffer
            .With_2_producers_2_consumers_and_1_slot_nothing_is_lost_doubled_or_stuck)),
        ("10-Deadlock/the solution", nameof(Kata10_Deadlock.Transfers_in_a_circle_all_end)),
    ];

    /// <summary>A proof takes milliseconds, so it is made again and again.</summary>
    static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    [Test]
    public void Both_engines_are_measured_on_the_same_programs()
    {
        using var isolated = new TestExecutionContext.IsolatedContext();
        using var asked = new Asked(c => Measured.Any(m => m.Program == c.Name));
        Say($"executions per second on {Environment.ProcessorCount} processors: explorer, Coyote");
        foreach (var (program, woven, rewritten) in asked.Programs())
        {
            var name = Measured.Single(m => m.Program == program.Name).Spec;
            var explorer = Explorer(Specs.Of(woven).Single(spec => spec.Name == name));
            var (_, coyote) =
                Coyote.Verdicts(rewritten, program.Kata.Specs, "--only", name).Single();
            coyote.Kind.ShouldBe("passes", $"{program.Name}: {coyote.What}");
            var rate = coyote.Executions / coyote.Milliseconds * 1000;
            Say($"{program.Name,-32}{explorer,8:0} {rate,8:0}");
        }
    }

    static double Explorer(Spec spec)
    {
        var clock = Stopwatch.StartNew();
        long executions = 0;
        while (clock.Elapsed < Long)
        {
            var verdict = spec.Explored();
            verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
            executions += verdict.Executions;
        }
        return executions / clock.Elapsed.TotalSeconds;
    }

    static void Say(FormattableString line) =>
        TestContext.Progress.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
