using Commutation.Calls;
using Commutation.Real;
using Commutation.Sources;
using Interleavings;

namespace Commutation.Rules;

/// <summary>Holds the verdict on a pair against the two calls for real.</summary>
sealed class Judge(Programs programs, Changes changes)
{
    public Finding Of(int first, int second)
    {
        var (one, other) = (programs.Calls[first], programs.Calls[second]);
        var finding = new Finding(programs.Subject.Name,
            TypeNames.Short(Pairs.TypeOf(programs.Subject)), one.Name, other.Name)
        { IsLeftOut = true };
        for (var state = 0; state < programs.Subject.States.Length; state++)
        {
            var orders = new Orders(programs, state, first, second);
            if (orders.IsChance) continue;
            finding = In(state, first, second, orders, finding with { IsLeftOut = false });
            if (finding.Disagreement is not null) break;
        }
        return finding;
    }

    Finding In(int state, int first, int second, Orders orders, Finding finding)
    {
        var explored = new Explored(programs, state, first, second);
        var changed = changes.Of(state, first);
        var changedByOther = changes.Of(state, second);
        var sentence = Documentation.Says(programs.Subject, programs.Calls[first],
            programs.Calls[second], Programs.ObjectOf(programs.Start(state)));

        Disagreement Wrong(DisagreementKind kind, string detail) => new(
            kind, finding.Subject, finding.First, finding.Second, state, detail)
        {
            Blamed = changed is null && changedByOther is not null
                ? programs.Calls[second].Member : programs.Calls[first].Member,
        };

        var isProved = explored.Verdict.Outcome == Outcome.Proved;
        Disagreement? disagreement = null;
        if (isProved && orders.Differ && !IsReached(orders, explored))
            disagreement = Wrong(DisagreementKind.MissedOrder, Missed(orders, explored));
        else if (isProved && !orders.Differ && sentence is null
            && changes.OfBoth(state, first, second) is { } field)
            disagreement = Wrong(DisagreementKind.MissedChange, field);
        else if (explored.IsRace && sentence is not null)
            disagreement = Wrong(DisagreementKind.FalseRace, sentence);
        else if (explored.Verdict.Outcome == Outcome.Broken && !explored.IsRace)
            disagreement = Wrong(DisagreementKind.OtherFailure,
                $"{explored.Verdict.Failure!.Kind}: {explored.Verdict.Failure.Message}");
        return finding with
        {
            OrdersDiffer = finding.OrdersDiffer || orders.Differ,
            Unsupported = finding.Unsupported ?? explored.Unsupported,
            IsNeedlessRace = finding.IsNeedlessRace || explored.IsRace && !orders.Differ
                && changed is null && changedByOther is null,
            Disagreement = disagreement,
        };
    }

    static bool IsReached(Orders orders, Explored explored) =>
        explored.Outcomes.Contains(orders.FirstThenSecond)
        && explored.Outcomes.Contains(orders.SecondThenFirst);

    /// <summary>The outcome that was not reached, where it parts from one that was.</summary>
    static string Missed(Orders orders, Explored explored)
    {
        var missed = explored.Outcomes.Contains(orders.FirstThenSecond)
            ? orders.SecondThenFirst : orders.FirstThenSecond;
        var reached = explored.Outcomes.First();
        var at = missed.Zip(reached).TakeWhile(c => c.First == c.Second).Count();
        string Part(string text) =>
            text[Math.Max(0, Math.Min(at - 8, text.Length))..Math.Min(at + 16, text.Length)];
        return $"'{Part(missed)}' is missing beside '{Part(reached)}'";
    }
}
