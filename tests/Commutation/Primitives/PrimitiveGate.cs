using Commutation.Calls;
using Commutation.Real;
using Commutation.Rules;
using Commutation.Sources;
using Commutation.Subjects;
using Interleavings;

namespace Commutation.Primitives;

/// <summary>
/// Pairs of calls of primitives, which may block: what they do one after the other, for real, must be
/// among what the exploration reaches.
/// </summary>
static class PrimitiveGate
{
    const int MostPairs = 120, MostCalls = 26;

    static readonly Bounds bounds = new()
    {
        Executions = 4_000,
        TotalEvents = 200_000,
        EventsPerExecution = 1_000,
        SilentRounds = 200_000,
        Simplification = 1,
        SimplificationEvents = 1_000,
        AfterRefusal = 20,
        LeftRunning = LeftRunning.Allowed,
    };

    /// <inheritdoc cref="Gate.Run"/>
    public static Summary Run(string? type = null, int fraction = 1)
    {
        var summary = new Summary();
        var subjects = PrimitiveSubjects.List
            .Where(s => type is null || s.Name.Contains(type, StringComparison.Ordinal)).ToList();
        var batch = new Batch(subjects.Select(s => (s, Calls(s))));
        summary.Uncompilable.AddRange(batch.Uncompilable.Select(c => c.Name));
        foreach (var programs in batch.Programs)
            foreach (var (first, second) in Pairs(programs).Where((_, i) => i % fraction == 0))
                summary.Add(TimeLimit.Within($"{programs.Subject.Name}: {programs.Calls[first].Name}"
                    + $" | {programs.Calls[second].Name}", () => Of(programs, first, second)));
        return summary;
    }

    /// <summary>The subject's own extras, and as many of its members as fit.</summary>
    static IReadOnlyList<Call> Calls(Subject subject)
    {
        var extras = CallsOf.Extras(subject);
        var own = CallsOf.All(subject with { Extra = [] })
            .Where(c => subject.Type != typeof(object) && !c.Name.Contains('x', StringComparison.Ordinal)
                && extras.All(e => e.Body != c.Body));
        return [.. extras, .. Sample.Of(own, Math.Max(MostCalls - extras.Count, 0))];
    }

    static IEnumerable<(int First, int Second)> Pairs(Programs programs) => (
        from first in Enumerable.Range(0, programs.Calls.Count)
        from second in Enumerable.Range(first, programs.Calls.Count - first)
        orderby Sample.Number(
            $"{programs.Subject.Name}: {programs.Calls[first].Name} and {programs.Calls[second].Name}")
        select (first, second)).Take(MostPairs);

    static Finding Of(Programs programs, int first, int second)
    {
        var finding = new Finding(programs.Subject.Name, TypeNames.Short(programs.Subject.Type),
            programs.Calls[first].Name, programs.Calls[second].Name)
        { IsLeftOut = true };
        for (var state = 0; state < programs.Subject.States.Length; state++)
        {
            var orders = new Orders(programs, state, first, second);
            if (orders.IsChance) continue;
            finding = In(programs, state, first, second, orders, finding with { IsLeftOut = false });
            if (finding.Disagreement is not null) break;
        }
        return finding;
    }

    static Finding In(
        Programs programs, int state, int first, int second, Orders orders, Finding finding)
    {
        var reached = new HashSet<string>();
        var verdict = Explorer.Explore(
            () => { reached.Add(Observation.Of(programs.OnTwoThreads(state, first, second))); },
            bounds, programs.Woven);

        Disagreement Wrong(DisagreementKind kind, string detail) => new(
            kind, finding.Subject, finding.First, finding.Second, state, detail)
        { Blamed = programs.Calls[first].Member };

        var missed = new[] { orders.FirstThenSecond, orders.SecondThenFirst }
            .FirstOrDefault(o => !reached.Contains(o));
        return finding with
        {
            OrdersDiffer = finding.OrdersDiffer || orders.Differ,
            Unsupported = finding.Unsupported ?? verdict.Outcome switch
            {
                Outcome.Refused => verdict.Refusal!.Member,
                Outcome.Unfinished => "limit: " + verdict.BoundReached,
                _ => null,
            },
            Disagreement = verdict is { Failure.Kind: FailureKind.DataRace } && programs.Subject.MayRace
                ? null
                : verdict.Outcome == Outcome.Broken
                ? Wrong(DisagreementKind.OtherFailure, $"{verdict.Failure!.Kind}: {verdict.Failure.Message}")
                : verdict.Outcome == Outcome.Proved && missed is not null
                    ? Wrong(DisagreementKind.MissedOrder,
                        $"{Flat(missed)} is not among {string.Join(" or ", reached.Order().Select(Flat))}")
                    : null,
        };
    }

    static string Flat(string outcome) => outcome.Trim().ReplaceLineEndings(", ");
}
