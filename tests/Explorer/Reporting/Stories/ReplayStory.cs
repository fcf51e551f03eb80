namespace Interleavings.Reporting;

/// <summary>A schedule that the program can't follow.</summary>
static class ReplayStory
{
    public static Story DoesNotFit(Case told)
    {
        string[] letters = [.. told.Failure.Operations.Select(o => o.Letter)];
        return new($"the schedule \"{told.Failure.Schedule}\" does not fit the program",
            [Text.OneLine(told.Failure.Message).TrimEnd('.') + "."],
            "change the schedule from there on."
            + (letters.Length > 0 ? $" The operations here are {Names.List(letters)}." : ""));
    }
}
