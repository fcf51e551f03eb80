namespace Interleavings.Reporting;

static class LivelockStory
{
    public static Story Of(Case told)
    {
        string[] who = [.. told.Failure.Waits.Select(w => told.Names.Short(w.Operation)).Distinct()];
        var headline = who.Length == 0
            ? told.Failure.Message is "" ? "livelock" : Text.OneLine(told.Failure.Message)
            : $"livelock: {Names.List(who)} only {(who.Length == 1 ? "goes" : "go")} round in"
                + " a loop, and nothing read there changes any more";
        var order = new OrderStory(told);
        return new(headline, [.. new WaitSentences(told).Of(told.Failure.Waits), .. order.Why()],
            order.Next()
                ?? "who should change what is read there? See that it does so in every order.");
    }
}
