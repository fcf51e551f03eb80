using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// What is still to be explored from a point: sequences of events that share their beginnings
/// (Abdulla et al., POPL 2014, section 4).
/// </summary>
internal sealed class WakeupTree(Event step)
{
    /// <summary>The event at this node, as it was when the sequence was found.</summary>
    internal readonly Event Step = step;

    internal List<WakeupTree> Children { get; } = [];

    /// <summary>Adds a sequence to a forest, unless one in there leads to an equivalent of it.</summary>
    /// <param name="forest">What is left to explore; the one being explored isn't in it.</param>
    /// <returns>
    /// Whether all that begins with the sequence will be explored from the forest. False where only
    /// what goes together with a leaf is.
    /// </returns>
    internal static bool Insert(List<WakeupTree> forest, Sequence sequence)
    {
        while (Into(forest, sequence) is { } node)
        {
            sequence.Remove(node.Step.Operation);
            if (sequence.Count == 0) return true;
            // A leaf stands for all continuations: the sequence is covered.
            if (node.Children.Count == 0) return false;
            forest = node.Children;
        }
        for (var i = 0; i < sequence.Count; i++)
        {
            var node = new WakeupTree(sequence[i]);
            forest.Add(node);
            forest = node.Children;
        }
        return true;
    }

    private static WakeupTree? Into(List<WakeupTree> forest, Sequence sequence)
    {
        foreach (var node in forest)
        {
            if (sequence.HasWeakInitial(node.Step)) return node;
        }
        return null;
    }
}
