using Interleavings.Exploration;
using Interleavings.Scheduling;
using Interleavings.Tests.Litmus;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

public class ProgressTests
{
    [Test]
    public void Says_how_far_it_has_come_in_one_line() =>
        new Progress(12_345, 41_234, 9_876, Found: false).ToString().ShouldBe(
            "12,345 of some 41,000 interleavings, 9,900 a second, none has failed");

    [Test]
    public void An_exploration_that_is_asked_answers_after_the_execution()
    {
        var pulse = new Pulse { IsAsked = true };

        Explored(Programs.Increments(2), pulse);

        pulse.IsAsked.ShouldBeFalse();
        var answer = pulse.Answer.ShouldNotBeNull();
        answer.Executions.ShouldBe(1);
        answer.Estimate.ShouldBe(2, "one branch was left at one point");
        answer.Found.ShouldBeTrue("the first execution has a data race");
    }

    [Test]
    public void The_estimate_ends_at_the_number_of_executions()
    {
        var dpor = new OptimalDpor();
        var (executions, estimate) = (0, 0.0);

        TraceCounting.Run(dpor, Programs.Locked(2, 4), execution =>
        {
            executions++;
            dpor.Analyse(execution);
            estimate = executions / dpor.Explored(execution.Trace);
            return dpor.Backtrack(execution.Trace);
        });

        executions.ShouldBe(70);
        estimate.ShouldBe(70, tolerance: 1e-6);
    }

    private static void Explored(Action program, Pulse pulse)
    {
        var worker = WorkerPool.Shared.Take();
        using var done = new ManualResetEventSlim();
        worker.Run(() =>
        {
            new Exhaustive(new(program, new() { CountAll = true }, worker, pulse)).Run();
            WorkerPool.Shared.Return(worker);
            done.Set();
        }, pulse.Core);
        done.Wait();
    }
}
