using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The first of several tasks to be complete. Which one it is shows for ever, so the events that
/// complete them all touch its location.
/// </summary>
internal sealed class FirstOf(
    Completion completion, IReadOnlyList<Completion> candidates, Action<int> settle)
{
    internal Completion Completion => completion;

    internal Location Location => completion.Location;

    /// <summary>One more is complete.</summary>
    internal void Won(Execution execution, Completion leaf)
    {
        if (completion.Winner is not null) return;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates[i].IsComplete) continue;
            completion.Winner = candidates[i];
            var index = i;
            completion.SettlesBy(() => settle(index));
            completion.Reached(execution);
            return;
        }
    }
}
