using NUnit.Framework;
using Shouldly;

namespace WrongAnswers;

/// <summary>
/// Whatever ends a run, its child processes end as well, and its files are deleted. For more than
/// two runs: dotnet test --project tests/WrongAnswers -c Solutions --filter Interrupted
/// --test-parameter interruptions=30 --test-parameter seed=7
/// </summary>
[Platform("Linux")]
public class InterruptedRunTests
{
    /// <summary>The specs of the process katas take about as long.</summary>
    const int LongestMs = 4000;

    [Test]
    public void Interrupted_at_random_moments_a_run_leaves_no_process_and_no_file()
    {
        var runs = TestContext.Parameters.Get("interruptions", 2);
        var seed = TestContext.Parameters.Get("seed", 1);
        var random = new Random(seed);
        for (var i = 0; i < runs; i++)
        {
            var time = TimeSpan.FromMilliseconds(random.Next(LongestMs));
            var byForce = i % 2 == 0;
            using var run = new InterruptedRun();
            var isAtWork = run.HasChildren();
            run.GoOn(time);
            run.End(byForce);

            var what = $"run {i} of seed {seed}, {(byForce ? "killed" : "interrupted")}"
                + $" {time.TotalMilliseconds:0} ms after its first child";
            isAtWork.ShouldBeTrue($"{what}: it never had a child");
            run.ProcessesLeft().ShouldBeEmpty(what);
            run.FilesLeft().ShouldBeEmpty(what);
            TestContext.Out.WriteLine($"{what}: nothing is left");
        }
    }
}
