using System.Text.RegularExpressions;
using Interleavings;
using Soundness.Programs;
using Soundness.Sources;

namespace Soundness.Real;

/// <summary>Makes a counterexample happen on real threads, with the real primitives.</summary>
static partial class Forcing
{
    const int Attempts = 3;

    /// <returns>
    /// Whether it happened; null where gates can't make it happen, because a time limit, the thread
    /// pool or the runtime decides.
    /// </returns>
    public static bool? Happens(
        FuzzProgram program, Batch batch, int index, Failure failure, string expected)
    {
        if (Order(program, failure) is not { } order) return null;
        var left = false;
        for (var i = 0; i < Attempts; i++)
        {
            var run = new ForcedRun(order);
            var patience = TimeSpan.FromMilliseconds(expected == RealRuns.Hangs ? 300 : 5_000);
            var outcome = RealRuns.Outcome(batch.Real(index, RunTypes.Of(0)), run, patience);
            if (outcome == expected) return true;
            left |= run.HasLeft;
        }
        return left ? null : false;
    }

    static List<Passage>? Order(FuzzProgram program, Failure failure)
    {
        if (program.IsAsync || program.Participants.Any(p => p.Kind == Kind.Async)
            || program.IsTimed || program.HasStatics || program.Does(Deed.CallUnwoven))
            return null;
        var participants = Participants(program);
        if (failure.Operations.Count != participants.Count + 1) return null;
        var lines = Printer.Real(program, "P").Split('\n');
        var order = new List<Passage>();
        foreach (var step in failure.Steps)
        {
            var participant = step.Operation == 0
                ? program.Participants[0].Kind == Kind.Main ? 0 : -1
                : participants[step.Operation - 1];
            if (participant < 0 || step.Site.Line < 1 || step.Site.Line > lines.Length) continue;
            if (PassesGate(step, lines[step.Site.Line - 1]))
                order.Add(new(participant, step.Site.Line));
        }
        return order;
    }

    /// <summary>In the order of their start: first the tasks, then the threads.</summary>
    static List<int> Participants(FuzzProgram program)
    {
        var all = Enumerable.Range(0, program.Participants.Count).ToList();
        Kind Of(int i) => program.Participants[i].Kind;
        return [.. all.Where(i => Of(i) == Kind.Task), .. all.Where(i => Of(i) == Kind.Thread)];
    }

    static bool PassesGate(Step step, string line)
    {
        if (!Access().IsMatch(line)) return false;
        return step.Kind switch
        {
            EventKind.Begin or EventKind.End or EventKind.Start or EventKind.Join or EventKind.Spin
                or EventKind.Wake or EventKind.Sleep => false,
            EventKind.Read or EventKind.Write => line.Contains("s.P") || line.Contains("s.Q"),
            EventKind.Release => line.Contains("Monitor.Exit"),
            _ => true,
        };
    }

    /// <summary>A gate, or the body of a method that stands behind one.</summary>
    [GeneratedRegex(@"Gate\.|^\s*return .*(Volatile|TryDequeue)")]
    private static partial Regex Access();
}
