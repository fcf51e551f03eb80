namespace Interleavings.Reporting;

static class RaceStory
{
    const string Nothing = "nothing orders the two: no lock that both take, no join, no signal.";
    const string Order = "let both lines take the same lock, or let one wait for the other.";

    public static Story Of(Case told)
    {
        if (told.Failure.Race is not { } race)
            return new(Text.OneLine(told.Failure.Message), [Nothing], Order);
        var (why, next) = Locks(told, race);
        return new($"data race on {Pair(told, race, Places.Full)}", [why], next);
    }

    /// <summary>"`count`: A writes it on line 14, B reads it on line 9".</summary>
    public static string Pair(Case told, DataRace race, Func<Site?, string> place)
    {
        var label = told.Racing.Second >= 0 ? told.Labels.Of(told.Failure.Steps[told.Racing.Second])
            : Text.OneLine(race.Variable);
        var (first, second) = (On(race.FirstSite), On(race.SecondSite));
        return $"{Labels.Quote(label)}: {Access(race.FirstOperation, race.First)}"
            + (first == second ? "" : first) + $", {Access(race.SecondOperation, race.Second)}"
            + (first == second && first != "" ? ", both" : "") + second;

        string Access(int operation, EventKind kind) =>
            $"{told.Names.Short(operation)} {Word.For(kind).Does} it";

        string On(Site site) =>
            place(site) is { Length: > 0 } line ? $" {(site.Line > 0 ? "on" : "in")} {line}" : "";
    }

    static (string Why, string Next) Locks(Case told, DataRace race)
    {
        var steps = told.Failure.Steps;
        var first = RacingSteps.LocksHeldAt(steps, told.Racing.First);
        var second = RacingSteps.LocksHeldAt(steps, told.Racing.Second);
        if (Word.IsVolatile(race.First) != Word.IsVolatile(race.Second))
            return ("only one of the two is volatile: both have to be.",
                "make both accesses volatile, or let both lines take the same lock.");
        if (IsAtomic(race.First) != IsAtomic(race.Second))
            return ("only one of the two is atomic: both have to be.",
                "make both accesses atomic, or let both lines take the same lock.");
        if (first is null || second is null || first.Count + second.Count == 0
            || first.Any(a => second.Any(b => steps[a].Address == steps[b].Address)))
            return (Nothing, Order);
        if (first.Count == 0)
            return OnlyOne(race.SecondOperation, second, race.FirstOperation, race.FirstSite);
        if (second.Count == 0)
            return OnlyOne(race.FirstOperation, first, race.SecondOperation, race.SecondSite);
        return ($"{Holds(race.FirstOperation, first)}, {Holds(race.SecondOperation, second)}:"
            + " different locks don't keep each other out.",
            "take one and the same lock object on both lines.");

        (string, string) OnlyOne(int holder, IReadOnlyList<int> held, int other, Site site) => (
            $"{Holds(holder, held)}, {told.Names.Short(other)} holds no lock:"
                + " a lock keeps out only those who take it.",
            $"take the same lock{(told.Sites.Of(site) is { Length: > 0 } line ? $" for {line}" : "")}, too.");

        string Holds(int operation, IReadOnlyList<int> held) =>
            $"{told.Names.Short(operation)} holds "
            + Names.List([.. held.Select(h => Labels.Quote(told.Labels.Of(steps[h]))).Distinct()]);
    }

    static bool IsAtomic(EventKind kind) => kind is EventKind.Atomic or EventKind.Exchange;
}
