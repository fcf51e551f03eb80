namespace Interleavings.Reporting;

/// <summary>What can go wrong with running the same schedule again.</summary>
static class ReplayStory
{
    public static Story Nondeterminism(Case told) => new(
        "the same schedule led elsewhere the second time",
        [Text.OneLine(told.Failure.Message).TrimEnd('.') + ".",
            "The program depends on more than the order of its steps."],
        "look for time, random numbers, or something kept from an earlier run. If there is nothing"
        + " of the kind, it is a mistake of the explorer's: please report it with the replay text.");

    public static Story DoesNotFit(Case told)
    {
        string[] letters = [.. told.Failure.Operations.Select(o => o.Letter)];
        return new($"the schedule \"{told.Failure.Schedule}\" does not fit the program",
            [Text.OneLine(told.Failure.Message).TrimEnd('.') + "."],
            "change the schedule from there on."
            + (letters.Length > 0 ? $" The operations here are {Names.List(letters)}." : ""));
    }
}
