namespace Interleavings.Reporting;

/// <summary>The rows of a failure's diagram: its steps, then what waits or ends there.</summary>
sealed class Rows(Case told)
{
    readonly Relevance relevance = new(told);

    Failure Failure => told.Failure;

    public IReadOnlyList<Row> All()
    {
        var rows = relevance.Shown().Select(Of).ToList();
        rows.AddRange(UnseenRace());
        rows.AddRange(Waits.Shown(Failure).Select(Of));
        rows.AddRange(told.Absent.Select(o => new Row(o, "has not begun", "", Site.Unknown)));
        if (LastRow.Of(Failure) is { } last
            && (last.Operation != 0 || rows.Any(r => r.Operation == 0))) rows.Add(last);
        return rows;
    }

    Row Of(int index)
    {
        var step = Failure.Steps[index];
        return Of(step.Kind, step.Operation, told.Labels.Of(step), step.Site) with
        {
            Value = step.Value is null ? ""
                : $"{Word.For(step.Kind).Arrow} {(step.Value == "" ? "\"\"" : Text.OneLine(step.Value))}",
            Marker = MarkerOf(index),
            Step = index,
            IsKey = relevance.IsKey(index),
        };
    }

    static Row Of(EventKind kind, int operation, string label, Site site) => new(
        operation, Word.For(kind).Does, Word.IsVolatile(kind) ? $"volatile {label}" : label, site);

    Row Of(Wait wait) => new(
        wait.Operation, Word.For(wait.Kind).Wants, told.Labels.Of(wait, Failure.Steps), wait.Site)
    {
        Marker = Failure.Kind == FailureKind.Livelock ? Markers.Livelock : Markers.Deadlock,
        IsKey = true,
    };

    /// <summary>
    /// A race is found before its second access has run: then it is not among the steps.
    /// </summary>
    IEnumerable<Row> UnseenRace()
    {
        if (Failure is not { Kind: FailureKind.DataRace, Race: { } race }) yield break;
        var label = Text.OneLine(race.Variable);
        if (told.Racing.First < 0)
            yield return Racing(Of(race.First, race.FirstOperation, label, race.FirstSite));
        if (told.Racing.Second < 0)
            yield return Racing(Of(race.Second, race.SecondOperation, label, race.SecondSite));

        static Row Racing(Row row) => row with { Marker = Markers.DataRace, IsKey = true };
    }

    string? MarkerOf(int index) =>
        Failure.Kind == FailureKind.DataRace
            && (index == told.Racing.First || index == told.Racing.Second)
            ? Markers.DataRace
        : index == Failure.RepeatsFrom ? Markers.Repeats
        : told.StaleRead is not null && index == told.Deciding?.Later ? Markers.LostUpdate
        : null;
}
