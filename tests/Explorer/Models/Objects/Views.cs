using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Everything that a call on an object reads or writes: the object, the sources that the woven code
/// has named when the object was made, and its owners.
/// </summary>
internal static class Views
{
    internal static IReadOnlyCollection<object> Of(Operation operation, object view) =>
        Of(operation, view, static _ => false);

    /// <summary>The same, without what <paramref name="hides"/> its own sources.</summary>
    internal static IReadOnlyCollection<object> Of(
        Operation operation, object view, Func<object, bool> hides)
    {
        var memory = operation.Execution.Memory;
        var named = memory.WithSources(view, hides);
        if (named.All(static n => !Owners.IsPart(n.GetType()))) return named;
        var found = new HashSet<object>(named, ReferenceEqualityComparer.Instance);
        var pending = new Queue<object>(named);
        while (pending.TryDequeue(out var next))
        {
            if (hides(next)) continue;
            foreach (var owner in Owners.Of(next))
            {
                foreach (var part in memory.WithSources(owner, hides))
                {
                    if (found.Add(part)) pending.Enqueue(part);
                }
            }
        }
        return found;
    }
}
