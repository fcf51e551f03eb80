namespace Interleavings.Reporting;

/// <summary>The steps without which a failure can't be understood.</summary>
static class Keys
{
    public static HashSet<int> Of(Case told)
    {
        var failure = told.Failure;
        var keys = new HashSet<int>();
        if (told.Deciding is { } pair)
        {
            keys.UnionWith([pair.Earlier, pair.Later]);
            if (told.StaleRead is not null) keys.Add(pair.StaleRead);
            // Who wakes too late had begun to wait for a reason.
            if (WakeUps.WaitOf(failure.Steps, pair.Later) is >= 0 and var wait) keys.Add(wait);
        }
        if (failure.Kind == FailureKind.DataRace)
            foreach (var at in (int[])[told.Racing.First, told.Racing.Second])
            {
                if (at < 0) continue;
                keys.Add(at);
                keys.UnionWith(RacingSteps.LocksHeldAt(failure.Steps, at) ?? []);
            }
        if (failure.RepeatsFrom is { } from) keys.Add(from);
        keys.UnionWith(failure.Waits.Select(w => Taken(failure.Steps, w)).Where(at => at >= 0));
        return keys;
    }

    /// <summary>
    /// The step in which the holder took what <paramref name="wait"/> waits for, or -1.
    /// </summary>
    static int Taken(IReadOnlyList<Step> steps, Wait wait)
    {
        for (var i = steps.Count - 1; i >= 0 && wait.Holder >= 0; i--)
            if (steps[i].Operation == wait.Holder && steps[i].Site == wait.HeldSince)
                return i;
        return -1;
    }
}
