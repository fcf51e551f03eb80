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
    internal static void Insert(List<WakeupTree> forest, List<Event> sequence)
    {
        while (true)
        {
            var into = forest.Find(node => Sequences.IsWeakInitial(sequence, node.Step));
            if (into is null) break;
            Sequences.Remove(sequence, into.Step.Operation);
            // A leaf stands for all continuations: the sequence is covered.
            if (sequence.Count == 0 || into.Children.Count == 0) return;
            forest = into.Children;
        }
        foreach (var step in sequence)
        {
            var node = new WakeupTree(step);
            forest.Add(node);
            forest = node.Children;
        }
    }
}
