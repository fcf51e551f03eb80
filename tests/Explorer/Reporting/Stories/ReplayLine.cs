namespace Interleavings.Reporting;

/// <summary>"found at interleaving 2 · 1 preemption · replay: "A1 B A"".</summary>
static class ReplayLine
{
    const int MaxScheduleLines = 3;

    public static IReadOnlyList<string> Of(Verdict verdict)
    {
        var failure = verdict.Failure!;

        // The headline says it already, and what doesn't fit can't be replayed.
        if (failure.Kind == FailureKind.ScheduleDoesNotFit) return [];

        List<string> parts = [];
        if (verdict is { FirstFailureAt: { } at, AsksForSome: false })
            parts.Add($"found at interleaving {Text.Number(at)}");
        parts.Add(failure.Preemptions == 0 ? "no preemption"
            : Text.Count(failure.Preemptions, "preemption")
                + (failure.IsSimplest ? ", the fewest" : ""));
        var start = " " + string.Join(" · ", parts);
        // In the default order no operation is interrupted: a plain run of the test shows the same.
        if (failure.Schedule.Entries.Count == 0) return [start];

        var line = $"{start} · replay: \"{failure.Schedule}\"";
        return Text.Width(line) <= Paragraph.LineWidth
            ? [line]
            : [start, .. Long(failure.Schedule)];
    }

    /// <summary>On lines of its own: a schedule can be read over several lines.</summary>
    static IReadOnlyList<string> Long(Schedule schedule)
    {
        var lines = Paragraph.Of(" replay: ", $"\"{schedule}\"", int.MaxValue);
        return lines.Count <= MaxScheduleLines
            ? lines
            : [.. lines.Take(MaxScheduleLines - 1),
                $"         … {schedule.Entries.Count} turns in all: the whole text is in Verdict.Schedule"];
    }
}
