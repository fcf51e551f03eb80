namespace Interleavings.Reporting;

/// <summary>What fails only where a parallel loop has one thread for all its iterations.</summary>
static class OneWorkerStory
{
    public static Story Of(Story story) => new(story.Headline,
        [
            "A parallel loop may have one thread only: then its iterations run one after the other.",
            .. story.Why,
        ],
        "let no iteration wait for another; who has to meet others needs a thread or task of its own.");
}
