using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The first of several tasks to be complete. Which one it is shows for ever, so the events that
/// complete them all touch its location.
/// </summary>
internal sealed class FirstOf(
    Completion completion, IReadOnlyList<Completion> candidates, Action<int> settle) : Watcher
{
    internal override Completion Completion => completion;

    /// <summary>What else the event touches that completes the first, and does.</summary>
    internal Access[] Also { get; init; } = [];

    internal Action? Leaves { get; init; }

    internal override IEnumerable<Access> Touched =>
        [new(completion.Location, AccessMode.Write), .. Also, .. completion.Also ?? []];

    internal override void Won(Execution execution, Completion leaf)
    {
        // Complete already: by one of them, or because time was up.
        if (completion.Winner is not null || completion.CompletedAt >= 0) return;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates[i].IsComplete) continue;
            completion.Winner = candidates[i];
            var index = i;
            completion.SettlesBy(() => settle(index));
            completion.Reached(execution);
            Leaves?.Invoke();
            return;
        }
    }
}
