namespace Interleavings.Reporting;

/// <summary>The whole message about a counterexample.</summary>
static class BrokenMessage
{
    const int MaxLines = 24;
    const int MaxWhyLines = 6;

    public static IReadOnlyList<string> Of(Verdict verdict, Failure failure, string? claim)
    {
        var told = new Case(failure);
        var story = Story.Of(told);
        var head = Head(verdict, story, claim);
        var tail = Tail(told, story);
        var diagram = Diagram.Lines(told, MaxLines - head.Count - tail.Count - 2);
        return diagram.Count == 0 ? [.. head, "", .. tail] : [.. head, "", .. diagram, "", .. tail];
    }

    static List<string> Head(Verdict verdict, Story story, string? claim)
    {
        var headline = verdict.AsksForSome
            ? $"no interleaving passes; in the default order: {story.Headline}"
            : story.Headline;
        return
        [
            .. claim is null
                ? Paragraph.Of(" Broken: ", headline)
                : [.. Paragraph.Of(" Broken: ", claim, 2), .. Paragraph.Of("   ", headline)],
            .. ReplayLine.Of(verdict),
        ];
    }

    static List<string> Tail(Case told, Story story)
    {
        var why = story.Why.SelectMany((sentence, i) =>
            Paragraph.Of(i == 0 ? " Why: " : "      ", Capital(told, sentence))).Take(MaxWhyLines);
        var also = told.Failure is { Race: { } race, Kind: not FailureKind.DataRace }
            ? Paragraph.Of(" Also: ", $"a data race on {RaceStory.Pair(told, race, told.Sites.Of)}.", 2)
            : [];
        var notEnded = told.Failure.NotEnded is { } sentence
            ? Paragraph.Of(" Also: ", $"{Text.OneLine(sentence)}.", 2)
            : [];
        return [.. why, .. also, .. notEnded, .. Paragraph.Of(" Next: ", Capital(told, story.Next))];
    }

    /// <summary>Operations keep their names as they are: "main waits".</summary>
    static string Capital(Case told, string sentence) => told.Names.All.Any(name =>
        sentence.StartsWith(name, StringComparison.Ordinal))
            ? sentence
            : Text.Capital(sentence);
}
