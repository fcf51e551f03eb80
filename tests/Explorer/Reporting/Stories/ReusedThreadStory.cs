namespace Interleavings.Reporting;

/// <summary>What fails only where a thread of the pool has run other work before.</summary>
static class ReusedThreadStory
{
    public static bool Explains(Case told) => told.Deciding is { } pair
        && told.Failure.Steps[pair.Earlier].Kind == EventKind.ReuseThread;

    public static Story Of(Case told, Story story)
    {
        var reuse = told.Failure.Steps[told.Deciding!.Earlier];
        return new(story.Headline,
            [
                $"{told.Names.Short(reuse.Operation)} runs{told.Sites.InBrackets(reuse.Site)} on a"
                    + " thread of the pool that has run other work: it has the same identity, and what"
                    + " was left there.",
                "On another thread, the test passes. .NET promises neither.",
            ],
            "don't tell work by its thread; set what belongs to a thread before reading it, or pass it"
                + " on in a variable.");
    }
}
