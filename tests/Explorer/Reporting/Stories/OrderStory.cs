namespace Interleavings.Reporting;

/// <summary>Why an interleaving fails, from the pair of steps whose order decides.</summary>
sealed class OrderStory(Case told)
{
    IReadOnlyList<Step> Steps => told.Failure.Steps;

    public IReadOnlyList<string> Why()
    {
        if (told.Deciding is { } pair)
            return [told.StaleRead is null ? Order(pair) : LostUpdate(pair)];
        if (told.Failure.Operations.Count == 1)
            return ["nothing runs beside the test here: it fails in its only order."];
        return told.Absent.Count > 0 ? [TooEarly()] : [];
    }

    public string? Next()
    {
        if (told.Deciding is not { } pair)
            return told.Absent.Count > 0 && Starter() is { } starter && CanWait(starter)
                ? $"let {told.Names.Short(starter)} wait until {Absent} {Have} ended, and only then go on."
                : null;
        var (earlier, later) = (Steps[pair.Earlier], Steps[pair.Later]);
        if (told.StaleRead is { } stale)
            return $"let nobody come between the read and the write of {Label(later)}"
                + $"{told.Sites.InBrackets(stale.Site, later.Site)}.";
        if (later.Kind == EventKind.Wake && WakeUps.GoesOnUnseen(Steps, pair.Later))
            return "a pulse says that something has changed, not that it is still so: look again"
                + $" after waking{told.Sites.On(later.Site)}, with while instead of if.";
        if (!CanWait(earlier.Operation)) return null;
        var before = told.Sites.Of(earlier.Site) is { Length: > 0 } line ? $" before {line}" : "";
        return $"let {told.Names.Short(earlier.Operation)} wait{before} until {Act(pair.Later)}"
            + $"{told.Sites.InBrackets(later.Site)} is done, or make both orders right.";
    }

    string Absent => Names.List([.. told.Absent.Select(told.Names.Short)]);

    string Have => told.Absent.Count == 1 ? "has" : "have";

    string TooEarly()
    {
        Site?[] starts = [.. StartsOfAbsent().Select(s => (Site?)s.Site).Distinct()];
        var where = starts is [{ Line: > 0 } only] ? $" on {told.Sites.Of(only)}" : "";
        var them = told.Absent.Count == 1 ? "it" : "them";
        return $"{Absent} had not begun when the test failed."
            + (Starter() is { } starter
                ? $" {told.Names.Short(starter)} started {them}{where}, and went on at once." : "");
    }

    /// <summary>
    /// The test's body is the spec's: where another operation fails, a wait in the body would hide that.
    /// </summary>
    bool CanWait(int operation) =>
        operation != 0 || told.Failure.Operation is null or 0;

    /// <summary>The operation that started all that had not begun, or null if several did.</summary>
    int? Starter() => StartsOfAbsent().Select(s => s.Operation).Distinct().ToList() is [var only]
        ? only
        : null;

    IEnumerable<Step> StartsOfAbsent() => Steps.Where(s =>
        s.Kind == EventKind.Start && told.Absent.Contains(told.Names.Find(s.Target)));

    string LostUpdate(DecidingPair pair)
    {
        var (writer, stale) = (told.Names.Short(Steps[pair.Later].Operation), told.StaleRead!);
        var between = Enumerable.Range(pair.StaleRead, pair.Later - pair.StaleRead).LastOrDefault(
            i => Steps[i].Operation != stale.Operation && Steps[i].Address == stale.Address
                && Word.Writes(Steps[i].Kind), -1);
        var what = between >= 0
            ? $"what it had read before {Act(between)}."
            : $"back what it had read{told.Sites.On(stale.Site)}.";
        return $"{writer} wrote {what} {If(pair.Later, $"before {Act(pair.Earlier)}")}";
    }

    string Order(DecidingPair pair)
    {
        var (earlier, later) = (Steps[pair.Earlier], Steps[pair.Later]);
        var target = earlier.Address == later.Address ? "it" : Label(later);
        return $"{Did(earlier)} {Label(earlier)}{told.Sites.On(earlier.Site)} before {Did(later)}"
            + $" {target}{told.Sites.On(later.Site)}. {If(pair.Later, "first")}";
    }

    string If(int later, string when) => $"If {Act(later)} came {when}, the test passes.";

    string Did(Step step) => $"{told.Names.Short(step.Operation)} {Word.For(step.Kind).Did}";

    string Label(Step step) => Labels.Quote(told.Labels.Of(step));

    /// <summary>"A's write", or "A's second write" if there are several.</summary>
    string Act(int index)
    {
        var step = Steps[index];
        int[] same = [.. Enumerable.Range(0, Steps.Count).Where(i => Steps[i].Kind == step.Kind
            && Steps[i].Operation == step.Operation && Steps[i].Address == step.Address)];
        var which = same.Length == 1 ? "" : Ordinal(Array.IndexOf(same, index) + 1) + " ";
        return $"{told.Names.Short(step.Operation)}'s {which}{Word.For(step.Kind).Act}";
    }

    static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => (number % 100, number % 10) switch
        {
            (11 or 12 or 13, _) => $"{number}th",
            (_, 1) => $"{number}st",
            (_, 2) => $"{number}nd",
            (_, 3) => $"{number}rd",
            _ => $"{number}th",
        },
    };
}
