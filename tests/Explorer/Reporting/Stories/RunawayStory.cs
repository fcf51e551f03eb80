namespace Interleavings.Reporting;

/// <summary>What would not end, or would end everything.</summary>
static class RunawayStory
{
    public static Story Loop(Case told) => new(
        $"the loop{At(told)} never ends{Whose(told)}", [.. Why(told), .. Said(told)],
        "see what has to change for the loop to end, and who changes it.");

    public static Story Recursion(Case told) => new(
        $"the calls of {Member(told, "a method")}{At(told)} never end{Whose(told)}",
        [.. Why(told), "each call makes the next, until the stack is full."],
        "give the method a case in which it returns without calling itself.");

    public static Story Stack(Case told) => new(
        $"the stack is full{At(told)}{Whose(told)}", [.. Why(told), .. Said(told)],
        "take an array in the place of stackalloc; or less, and not in a loop: what it has taken is"
        + " given back only when the method returns.");

    public static Story Exit(Case told) => new(
        $"{Target(told) ?? "the program"}{At(told)} would end the whole process{Whose(told)}", Why(told),
        "return, or throw an exception: the process runs the other tests, too.");

    /// <summary>How it was noticed.</summary>
    static IReadOnlyList<string> Said(Case told) => told.Said is "" ? [] : [$"{told.Said.TrimEnd('.')}."];

    static IReadOnlyList<string> Why(Case told) =>
        told.Deciding is null ? [] : new OrderStory(told).Why();

    static string At(Case told) =>
        told.Failure.Site is { Line: > 0 } site ? $" at {Places.Full(site)}" : "";

    static string Who(Case told) =>
        told.Failure.Operation is { } operation ? told.Names.Subject(operation) : "an operation";

    static string Whose(Case told) => told.Failure.Operation is null ? "" : $" ({Who(told)})";

    static string Member(Case told, string otherwise) =>
        told.Failure.Site is { Member.Length: > 0 } site ? Text.OneLine(site.Member) : otherwise;

    static string? Target(Case told) =>
        told.Failure.Site is { Target.Length: > 0 } site ? Text.OneLine(site.Target) : null;
}
