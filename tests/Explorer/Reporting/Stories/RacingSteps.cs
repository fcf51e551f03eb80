namespace Interleavings.Reporting;

/// <summary>
/// Where the racing pair is among the steps (indices, or -1), and what each held there.
/// </summary>
readonly record struct RacingSteps(int First, int Second)
{
    public static RacingSteps In(Failure failure)
    {
        if (failure.Race is not { } race) return new(-1, -1);
        var steps = failure.Steps;
        var second = Find(steps.Count, race.SecondOperation, race.Second, race.SecondSite);
        var end = second < 0 ? steps.Count : second;
        return new(Find(end, race.FirstOperation, race.First, race.FirstSite), second);

        int Find(int before, int operation, EventKind kind, Site site)
        {
            for (var i = before - 1; i >= 0; i--)
                if (steps[i].Operation == operation && steps[i].Kind == kind && steps[i].Site == site)
                    return i;
            return -1;
        }
    }

    /// <summary>
    /// The steps that took the locks which the operation of step <paramref name="at"/> holds there;
    /// null if that can't be told: whether a TryAcquire got its lock is not in the step.
    /// </summary>
    public static IReadOnlyList<int>? LocksHeldAt(IReadOnlyList<Step> steps, int at)
    {
        if (at < 0) return null;
        var held = new List<int>();
        for (var i = 0; i < at; i++)
        {
            if (steps[i].Operation != steps[at].Operation) continue;
            if (steps[i].Kind == EventKind.TryAcquire) return null;
            if (steps[i].Kind == EventKind.Acquire) held.Add(i);
            if (steps[i].Kind != EventKind.Release) continue;
            var taken = held.FindLastIndex(h => steps[h].Address == steps[i].Address);
            if (taken >= 0) held.RemoveAt(taken);
        }
        return held;
    }
}
