using System.Diagnostics;
using Interleavings;
using Soundness.Oracle;
using Soundness.Programs;
using Soundness.Real;
using Soundness.Sources;

namespace Soundness;

/// <summary>One program: explored, asked of the oracle, and run for real.</summary>
sealed class Comparison
{
    readonly FuzzProgram program;
    readonly Batch batch;
    readonly int index;
    readonly StateSpace? space;
    readonly Explored explored;
    readonly List<string> mismatches = [];
    int realRuns, forced, confirmed, unconfirmed;

    Comparison(FuzzProgram program, Batch batch, int index)
    {
        (this.program, this.batch, this.index) = (program, batch, index);
        explored = Explored.All(batch.Woven(index));
        space = StateSpace.Of(program);
    }

    /// <param name="runs">Real runs of a proved program; with 0, nothing runs for real.</param>
    public static Finding Of(FuzzProgram program, Batch batch, int index, int runs)
    {
        var clock = Stopwatch.StartNew();
        var comparison = new Comparison(program, batch, index);
        comparison.AgainstOracle();
        comparison.AgainstRealRuns(runs);
        comparison.WithAssertion(runs > 0);
        return new(program, comparison.explored.Verdict, comparison.mismatches)
        {
            OracleSays = comparison.space is not null,
            RealRuns = comparison.realRuns,
            Forced = comparison.forced,
            Confirmed = comparison.confirmed,
            Unconfirmed = comparison.unconfirmed,
            Milliseconds = clock.Elapsed.TotalMilliseconds,
            HasFairCycle = comparison.space is { HasFairCycle: true, HasTrap: false },
        };
    }

    // By name: the fuzz also runs on engines that it was not compiled with.
    static bool IsHang(FailureKind kind) => $"{kind}" is nameof(FailureKind.Deadlock)
        or nameof(FailureKind.LostWakeUp) or nameof(FailureKind.Livelock)
        or nameof(FailureKind.EndlessLoop);

    void AgainstOracle()
    {
        var verdict = explored.Verdict;
        // No program has such a failure, whatever the oracle says.
        if (verdict is { Outcome: Outcome.Broken, Failure: { } failure } && !IsHang(failure.Kind))
            mismatches.Add($"Broken by {failure.Kind}, which it cannot have: {failure.Message}");
        if (space is null) return;
        var hangs = space.HasDeadlock || space.HasTrap;
        // Bounds leave some out, but what has been explored must be possible.
        if (explored.Outcomes.Except(space.Outcomes).FirstOrDefault() is { } invented)
            mismatches.Add($"Explored what cannot be: {invented}");
        if (verdict.Outcome == Outcome.Proved && hangs && !space.IsCoarse)
            mismatches.Add($"Proved, but it can {(space.HasDeadlock ? "wait" : "go on")} for ever");
        if (!space.IsCoarse && IsComplete(verdict)
            && space.Outcomes.Except(explored.Outcomes).ToList() is { Count: > 0 } missed)
            mismatches.Add($"{verdict.Outcome}, but missed {missed.Count} of"
                + $" {space.Outcomes.Count} outcomes: {missed[0]}");
        if (verdict.Outcome != Outcome.Broken) return;
        var kind = verdict.Failure!.Kind;
        if (!IsHang(kind)) return;
        if (!hangs && !(space.HasFairCycle && $"{kind}" == nameof(FailureKind.Livelock)))
            mismatches.Add($"Broken by {kind}, but it always ends");
        else
            confirmed++;
    }

    /// <summary>Whether every trace has been explored, beyond those that fail.</summary>
    bool IsComplete(Verdict verdict) => verdict.Outcome == Outcome.Proved
        // An unwoven call ends its execution without an outcome.
        || verdict.Outcome == Outcome.Broken && !program.Does(Deed.CallUnwoven)
            && verdict.Executions < Explored.MostExecutions
            && IsHang(verdict.Failure!.Kind)
            && $"{verdict.Failure.Kind}" != nameof(FailureKind.EndlessLoop);

    void AgainstRealRuns(int runs)
    {
        var verdict = explored.Verdict;
        if (runs == 0) return;
        if (verdict.Outcome == Outcome.Broken && IsHang(verdict.Failure!.Kind))
        {
            var hangs = Forcing.Happens(
                program, batch, index, verdict.Failure, Real.RealRuns.Hangs);
            if (hangs is true) forced++;
            else if (space is null) unconfirmed++;
        }
        if (verdict.Outcome != Outcome.Proved) return;
        var real = Real.RealRuns.Of(
            batch, index, program.HasStatics, runs, program.Seed, explored.Outcomes);
        realRuns = real.Values.Sum();
        if (real.Keys.FirstOrDefault(o => !explored.Outcomes.Contains(o)) is { } outcome)
            mismatches.Add(outcome == Real.RealRuns.Hangs ? $"Proved, but real run {realRuns} hangs"
                : $"Proved, but real run {realRuns} ends with {outcome}");
    }

    /// <summary>Asserts that an outcome doesn't come: it must be found, and happen.</summary>
    void WithAssertion(bool isReal)
    {
        var verdict = explored.Verdict;
        if (mismatches.Count > 0 || verdict.Outcome == Outcome.Refused) return;
        var possible = space is { IsCoarse: false } ? space.Outcomes : explored.Outcomes;
        var outcomes = possible.Order(StringComparer.Ordinal).ToList();
        if (outcomes.Count == 0) return;
        var outcome = outcomes[program.Seed % outcomes.Count];
        var asserted = Explored.Without(batch.Woven(index, "Checked"), outcome);
        if (asserted.Outcome == Outcome.Proved)
        {
            mismatches.Add($"Proved with an assertion that fails for {outcome}");
        }
        else if (asserted is { Outcome: Outcome.Broken, Failure: { } failure }
            && failure.Kind == FailureKind.Exception)
        {
            if (!failure.Message.Contains(Printer.Forbidden))
                mismatches.Add($"Broken by an exception of its own: {failure.Message}");
            var happens = isReal ? Forcing.Happens(program, batch, index, failure, outcome) : null;
            if (happens is true) forced++;
            else if (space is null) unconfirmed++;
            // The oracle has this outcome among its own, where it says.
            if (space is not null) confirmed++;
            else if (happens is false)
                mismatches.Add($"The counterexample for {outcome} does not happen");
        }
        else if (asserted.Outcome == Outcome.Broken && !IsHang(asserted.Failure!.Kind))
        {
            mismatches.Add($"Broken by {asserted.Failure.Kind} with an assertion:"
                + $" {asserted.Failure.Message}");
        }
    }
}
