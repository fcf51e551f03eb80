namespace Interleavings.Scheduling;

/// <summary>
/// A limit that ended an execution. The program may have ended later, so it is no failure; what would
/// have followed isn't known, so nothing is proved.
/// </summary>
/// <param name="Sentence">What had not ended by then, and the limit in force.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record Limit(string Sentence, string Advice)
{
    /// <summary>Whether filling the memory took most of the execution's time.</summary>
    internal bool IsOfMemory { get; private init; }

    internal static Limit OfLoop(Operation operation, string count, string? site) => new(
        $"the loop{At(site)} had not ended after {count}{Whose(operation)}",
        "Make sure that the loop ends: see what has to change for that, and which thread changes it. If it"
        + " ends, let it go round less often.");

    internal static Limit OfCalls(Operation operation, string count, string site) => new(
        $"the calls of {Site.Parse(site).Member}{At(site)} had not ended after {count}{Whose(operation)}",
        "Give the method a case in which it returns without calling itself. If it has one, let it call"
        + " itself less often.");

    internal static Limit OfMemory(Operation operation, long bytes, string? site) => new(
        $"the memory is full{At(site)}{Whose(operation)}: one test makes and keeps"
        + FormattableString.Invariant($" more than {bytes >> 20:N0} MB"),
        "See what has to change for this to end, or keep less.")
    {
        IsOfMemory = true,
    };

    /// <param name="waits">Whether it does nothing; otherwise it works.</param>
    internal static Limit OfCall(Operation operation, bool waits)
    {
        var called = (object?)operation.Outside == operation.Seen ? Site.Parse(operation.Outside).Target : "";
        return new(
            $"{(called is "" ? "a call" : $"`{called}`")}{At(operation.Seen)} does not come back"
            + (waits ? "" : ", and works on and on") + Whose(operation),
            waits ? "Wait by lock, Join or another primitive that the explorer controls: it can't see what this"
                + " call waits for."
                : "Let the call do less: it has to be over before anything else can go on.");
    }

    /// <param name="timer">Where it was set.</param>
    internal static Limit OfTicks(int ticks, string timer) => new(
        FormattableString.Invariant($"a Timer{At(timer)} may go off any number of times, and {ticks} ticks")
        + " were explored",
        "Let the test dispose of it after a tick of its own choice, or test what its callback does by calling"
        + " it.");

    internal static Limit OfViews(Operation operation, int views) => new(
        $"a query{At(operation.LoopSite ?? operation.Seen)} is built on {views} others, one on the other"
        + Whose(operation),
        "Make a list of it on the way, by ToList(), or build it from fewer.");

    /// <returns>Null where it is no loop, and no call, that never ends.</returns>
    internal static string? SentenceOf(Fault? fault) => fault switch
    {
        { Kind: FailureKind.EndlessLoop } =>
            $"the loop{At(fault.Site)} never ends{Whose(fault.Operation)}",
        { Kind: FailureKind.EndlessRecursion } =>
            $"the calls of {Site.Parse(fault.Site).Member}{At(fault.Site)} never end{Whose(fault.Operation)}",
        _ => null,
    };

    private static string At(string? site) =>
        Site.Parse(site) is { Line: > 0 } at ? $" at {at}" : "";

    private static string Whose(Operation operation) =>
        operation.Number == 0 ? " (main)" : $" (worker {operation.Letter})";
}
