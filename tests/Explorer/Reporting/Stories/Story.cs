namespace Interleavings.Reporting;

/// <summary>A failure in sentences: what broke, why, and what to do next.</summary>
sealed record Story(string Headline, IReadOnlyList<string> Why, string Next)
{
    public static Story Of(Case told) => told.Failure.Schedule.OneWorker
        ? OneWorkerStory.Of(ByKind(told)) : ByKind(told);

    static Story ByKind(Case told) => ReusedThreadStory.Explains(told)
        ? ReusedThreadStory.Of(told, OfKind(told)) : OfKind(told);

    static Story OfKind(Case told) => told.Failure.Kind switch
    {
        FailureKind.Assertion => AssertionStory.Of(told),
        FailureKind.Exception => ExceptionStory.Of(told),
        FailureKind.AsyncVoid => TaskStory.AsyncVoid(told),
        FailureKind.Unobserved => TaskStory.Unobserved(told),
        FailureKind.LeftRunning => TaskStory.LeftRunning(told),
        FailureKind.DataRace => RaceStory.Of(told),
        FailureKind.Deadlock => DeadlockStory.Of(told),
        FailureKind.ThreadPoolStarvation => StarvationStory.Of(told),
        FailureKind.LostWakeUp => LostWakeUpStory.Of(told),
        FailureKind.Livelock => LivelockStory.Of(told),
        FailureKind.EndlessLoop => RunawayStory.Loop(told),
        FailureKind.EndlessRecursion => RunawayStory.Recursion(told),
        FailureKind.StackFull => RunawayStory.Stack(told),
        FailureKind.ProcessExit => RunawayStory.Exit(told),
        FailureKind.ScheduleDoesNotFit => ReplayStory.DoesNotFit(told),
        var kind => throw new ArgumentOutOfRangeException(
            nameof(told), kind, "A failure without a story."),
    };
}
