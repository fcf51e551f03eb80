namespace Interleavings.Reporting;

static class LivelockStory
{
    public static Story Of(Case told)
    {
        if (told.Failure.RepeatsFrom is { } from) return SteppingAside(told, from);
        string[] who = [.. told.Failure.Waits.Select(w => told.Names.Short(w.Operation)).Distinct()];
        var headline = who.Length == 0
            ? told.Failure.Message is "" ? "livelock" : Text.OneLine(told.Failure.Message)
            : $"livelock: {Names.List(who)} only {(who.Length == 1 ? "goes" : "go")} round in"
                + " a loop, and nothing read there changes any more";
        var order = new OrderStory(told);
        return new(headline,
            [.. new WaitSentences(told).Of(told.Failure.Waits), .. order.Why(), .. Clocks(told)],
            order.Next()
                ?? "who should change what is read there? See that it does so in every order.");
    }

    static Story SteppingAside(Case told, int from)
    {
        string[] who = [.. told.Failure.Steps.Skip(from).Select(s => told.Names.Short(s.Operation)).Distinct()];
        return new(
            $"livelock: {Names.List(who)} keep stepping aside for each other, and {Neither(who.Length)}"
                + " makes progress",
            ["each undoes what the others wait for, and all of them start again at the same time. After"
                + " the last step shown, the state is the same as before the first repeated step.",
                .. Clocks(told)],
            "break the symmetry: acquire in the same order everywhere, or let one of them wait by lock, a"
                + " semaphore or an event instead of trying again.");
    }

    static string Neither(int count) => count == 2 ? "neither" : "none";

    /// <summary>What changes by itself isn't waited for: the clock is real, and an exploration isn't.</summary>
    static IEnumerable<string> Clocks(Case told) => told.Failure.Chances.Select(chance =>
        $"what {RefusalMessage.Member(chance.Member)} at {Places.Full(chance.Site)} answers is no step"
            + " of the program: nobody can wait for it.");
}
