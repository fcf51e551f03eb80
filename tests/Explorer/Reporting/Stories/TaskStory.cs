namespace Interleavings.Reporting;

/// <summary>Tasks that are left to themselves.</summary>
static class TaskStory
{
    public static Story AsyncVoid(Case told) => new(
        $"{Exception(told)} left an async void method{At(told)}: {Message(told)}",
        ["An async void method has no task: nobody can catch what it throws, or wait for its end.",
            "Outside a test, the process ends."],
        "return a Task, and await it.");

    public static Story Unobserved(Case told) => new(
        $"a task failed{At(told)}, and nobody looked at it: {Exception(told)}: {Message(told)}",
        ["The exception waits in the task for an await, and nobody awaits it."],
        "await the task, also where its result isn't needed.");

    public static Story LeftRunning(Case told) => told.Failure.Waits.Count > 0 ? NeverEnds(told) : new(
        $"{Who(told)} may still be running when the test ends{At(told)}",
        ["Nobody waits for its end."],
        "keep the task, and await it before the end.");

    /// <summary>The message says whether it is a foreground thread.</summary>
    static Story NeverEnds(Case told) => new(
        $"{Who(told)} is left running when the test ends{At(told)}: {Message(told).TrimEnd('.')}",
        new WaitSentences(told).Of(told.Failure.Waits),
        told.Failure.Message.Contains("foreground", StringComparison.Ordinal)
            ? "let it end, and join it; or make it a background thread, and allow it:"
                + " LeftRunning = LeftRunning.Allowed."
            : "end it before the test ends; or allow it: LeftRunning = LeftRunning.Allowed.");

    static string Who(Case told) =>
        told.Failure.Operation is { } operation ? told.Names.Subject(operation) : "a task";

    static string At(Case told) =>
        told.Failure.Site is { Line: > 0 } site ? $" at {Places.Full(site)}" : "";

    static string Exception(Case told) => told.Failure.Exception?.GetType().Name ?? "an exception";

    static string Message(Case told) => Text.OneLine(told.Said);
}
