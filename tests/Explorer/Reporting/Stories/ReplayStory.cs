namespace Interleavings.Reporting;

/// <summary>What can go wrong with running the same schedule again.</summary>
static class ReplayStory
{
    public static Story Nondeterminism(Case told) => new(
        "the same schedule led elsewhere the second time",
        // Where it led differs from time to time, so that what did it says more.
        told.Failure.Chances.Count > 0
            ? [.. Chances(told)]
            : [Text.OneLine(told.Failure.Message).TrimEnd('.') + ".", Otherwise],
        told.Failure.Chances.Count > 0
            ? "take it as an argument, and let the spec hand in what is always the same: a Random with"
                + " a seed, a TimeProvider, a Guid."
            : "look for time, random numbers, or something kept from an earlier run. If there is"
                + " nothing of the kind, it is a mistake of the explorer's: please report it with the"
                + " replay text.");

    const string Otherwise = "The program depends on more than the order of its steps.";

    static IEnumerable<string> Chances(Case told) => told.Failure.Chances.Select(chance =>
        $"{RefusalMessage.Member(chance.Member)} at {Places.Full(chance.Site)} answers anew each time.");

    public static Story DoesNotFit(Case told)
    {
        string[] letters = [.. told.Failure.Operations.Select(o => o.Letter)];
        return new($"the schedule \"{told.Failure.Schedule}\" does not fit the program",
            [Text.OneLine(told.Failure.Message).TrimEnd('.') + "."],
            "change the schedule from there on."
            + (letters.Length > 0 ? $" The operations here are {Names.List(letters)}." : ""));
    }
}
