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
        string[] absent = [.. told.NeverRan.Where(o => o != 0).Select(told.Names.Short)];
        return absent.Length > 0 && Steps.Count > 0
            ? [$"{Names.List(absent)} had not begun when the test failed."]
            : [];
    }

    public string? Next()
    {
        if (told.Deciding is not { } pair) return null;
        var (earlier, later) = (Steps[pair.Earlier], Steps[pair.Later]);
        if (told.StaleRead is { } stale)
            return $"let nobody come between the read and the write of {Label(later)}"
                + $"{told.Sites.InBrackets(stale.Site, later.Site)}.";
        var before = told.Sites.Of(earlier.Site) is { Length: > 0 } line ? $" before {line}" : "";
        return $"let {told.Names.Short(earlier.Operation)} wait{before} until {Act(pair.Later)}"
            + $"{told.Sites.InBrackets(later.Site)} is done, or make both orders right.";
    }

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
