using System.Diagnostics;
using Katas.ProcessPool;

namespace Katas.Tests;

/// <summary>
/// A learner's pool with real processes, of which the first that holds a job is killed.
/// </summary>
[StackTraceHidden]
sealed class Office : IDisposable
{
    readonly Nursery nursery = new();
    int hired;
    IReadOnlyList<Outcome> outcomes = [];

    internal void Do(string[] jobs)
    {
        var run = nursery.Begin(() => new Pool(2, Hire).Do(jobs));

        nursery.WaitFor(() => run.IsDone || Holder() is not null);
        var first = Holder();
        if (first is null) Fail.Because("\"hold 4\", the third of 6 jobs, was never begun.");
        first.Kill();

        nursery.WaitFor(() => run.IsDone || Holder(but: first) is not null);
        var second = Holder(but: first);
        if (second is null)
            Fail.Because($"{first} was killed in the middle of the job \"hold 4\", which was never"
                + " tried again.", "Hire another worker, and give it the same job.");
        second.Tell();

        var (result, error) = run.Ended(() => "The call never came back. Its processes have"
            + $" nothing to do, or are no more: {nursery.Names}");
        if (error is not null)
            Fail.Because($"The call threw: {error.GetType().Name}: {error.Message}");
        outcomes = result;
    }

    /// <param name="answers">The squares; which process said so is none of it.</param>
    internal void ShouldHaveAnswered(string answers)
    {
        var actual = string.Join(", ", outcomes.Select(
            it => it?.Answer?.Split(' ')[0] ?? "not done"));
        if (actual != answers)
            Fail.Because($"The outcomes should be:  {answers}"
                + $"\n  but they are:            {actual}");
    }

    internal void ShouldHaveHired(int atMost, string why)
    {
        var processes = nursery.Children.Select(child => child.Pid).Distinct().Count();
        if (processes > atMost || hired > atMost)
            Fail.Because($"{hired} processes were started, but {atMost} are enough: {why}.");
    }

    internal void ShouldBeEmpty()
    {
        if (nursery.Living is [_, ..])
            Fail.Because($"The call came back and left {nursery.Names} behind, alive.",
                "Dispose of every worker.");
    }

    public void Dispose() => nursery.Dispose();

    IWorker Hire() => new ProcessWorker(
        nursery.StartInfo($"worker-{Interlocked.Increment(ref hired)}", "serve"));

    Child? Holder(Child? but = null) => nursery.Children.FirstOrDefault(child =>
        child != but && !child.HasHungUp && child.LastSaid.StartsWith("waits hold"));
}
