namespace Interleavings.Reporting;

/// <summary>What an operation looked at before it waited for a pulse, and again after it.</summary>
static class WakeUps
{
    /// <summary>
    /// The step in which the operation that wakes at <paramref name="wake"/> began to wait, or -1.
    /// </summary>
    public static int WaitOf(IReadOnlyList<Step> steps, int wake) =>
        steps[wake].Kind != EventKind.Wake ? -1 : Enumerable.Range(0, wake).LastOrDefault(
            i => steps[i].Kind == EventKind.Wait && steps[i].Operation == steps[wake].Operation, -1);

    /// <summary>
    /// True if what was looked at before the wait was never looked at again: "if" where "while" is
    /// needed.
    /// </summary>
    public static bool GoesOnUnseen(IReadOnlyList<Step> steps, int wake)
    {
        var wait = WaitOf(steps, wake);
        var who = steps[wake].Operation;
        var look = Enumerable.Range(0, Math.Max(0, wait))
            .LastOrDefault(i => steps[i].Operation == who && IsRead(steps[i].Kind), -1);
        return look >= 0
            && !steps.Skip(wake).Any(s => s.Operation == who && s.Site == steps[look].Site);
    }

    static bool IsRead(EventKind kind) =>
        kind is EventKind.Read or EventKind.VolatileRead or EventKind.ObjectRead;
}
