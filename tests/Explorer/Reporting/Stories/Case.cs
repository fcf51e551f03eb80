namespace Interleavings.Reporting;

/// <summary>A failure, with the words for everything in it.</summary>
sealed class Case
{
    public Case(Failure failure)
    {
        Failure = failure;
        Names = new Names(failure.Operations);
        Labels = new Labels(failure, Names);
        Racing = RacingSteps.In(failure);
        Sites = new Places(KeySites());
    }

    public Failure Failure { get; }

    /// <summary>What the exception says: not asked again, where it has said so.</summary>
    public string Said => Failure.Message is "" ? Failure.Exception?.Message ?? "" : Failure.Message;

    public Names Names { get; }

    public Labels Labels { get; }

    public Places Sites { get; }

    public RacingSteps Racing { get; }

    /// <summary>The deciding pair, if its indices are those of steps.</summary>
    public DecidingPair? Deciding =>
        Failure.Deciding is { } pair && IsStep(pair.Earlier) && IsStep(pair.Later) ? pair : null;

    public Step? StaleRead =>
        Deciding is { } pair && IsStep(pair.StaleRead) ? Failure.Steps[pair.StaleRead] : null;

    /// <summary>Operations of which the failing execution has no step.</summary>
    public IReadOnlyList<int> NeverRan =>
        [.. Enumerable.Range(0, Failure.Operations.Count)
            .Where(o => Failure.Steps.All(s => s.Operation != o))];

    /// <summary>
    /// Operations that had not begun when the test failed, where no order of steps explains it. An
    /// exception that leaves a worker is that worker's own matter.
    /// </summary>
    public IReadOnlyList<int> Absent => Deciding is null && Failure.Steps.Count > 0
        && (Failure.Kind == FailureKind.Assertion
            || Failure is { Kind: FailureKind.Exception, Operation: null or 0 })
            ? [.. NeverRan.Where(o => o != 0 && !Failure.Operations[o].GoesOn)]
            : [];

    public bool HasEnded(int operation) =>
        Failure.Steps.Any(s => s.Operation == operation && s.Kind == EventKind.End);

    bool IsStep(int index) => index >= 0 && index < Failure.Steps.Count;

    /// <summary>The sites that sentences name.</summary>
    IEnumerable<Site> KeySites()
    {
        foreach (var key in Keys.Of(this)) yield return Failure.Steps[key].Site;
        foreach (var wait in Failure.Waits)
        {
            yield return wait.Site;
            if (wait.HeldSince is { } since) yield return since;
        }
        if (Failure.Race is not { } race) yield break;
        yield return race.FirstSite;
        yield return race.SecondSite;
    }
}
