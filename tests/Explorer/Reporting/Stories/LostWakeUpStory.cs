namespace Interleavings.Reporting;

static class LostWakeUpStory
{
    public static Story Of(Case told)
    {
        var waits = Waits.Shown(told.Failure).Where(w => w.Kind == EventKind.Wake).ToList();
        string[] who = [.. waits.Select(w => told.Names.Short(w.Operation)).Distinct()];
        if (who.Length == 0)
            return new("lost wake-up: " + Text.OneLine(told.Failure.Message), [], Next);
        var sentences = new WaitSentences(told);
        var headline = $"lost wake-up: {Names.List(who)} {(who.Length == 1 ? "waits" : "wait")}"
            + $" for a pulse that {(who.Length == 1 ? "never comes" : "nobody gives")}";
        var order = new OrderStory(told);
        return new(headline, [.. sentences.Of(waits), .. order.Why()], Next);
    }

    const string Next = "change what is waited for before the pulse, under the same lock, and look at"
        + " it before waiting: while (!ready) Monitor.Wait(gate). Where several wait for different"
        + " things, pulse all.";
}
