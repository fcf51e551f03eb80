using System.Numerics;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Optimal dynamic partial order reduction: explores exactly one execution of each Mazurkiewicz
/// trace, with sleep sets and wakeup trees (Abdulla, Aronis, Jonsson, Sagonas, POPL 2014,
/// algorithm 2). Races are looked for when an execution is over, also in events that are still
/// pending: otherwise deadlocks hide traces.
/// </summary>
internal sealed class OptimalDpor : IScheduler
{
    private readonly Clocks _clocks = new();
    private readonly List<Node> _nodes = [];
    private readonly List<int> _races = [];
    private readonly Sequence _sequence = new();
    private int _given;

    /// <summary>How many events have been looked at in search of other orders.</summary>
    internal long Work { get; private set; }

    /// <summary>Events before this index are the same as in the execution before.</summary>
    internal int Shared { get; private set; }

    public Operation? Choose(Execution execution, Operation? current)
    {
        var index = execution.Trace.Count;
        if (index < _given) return Known(execution, _nodes[index].Chosen);
        while (_nodes.Count <= index) _nodes.Add(new());
        var node = _nodes[index];
        node.Sleep = index == 0 ? 0 : StillAsleep(execution, index);
        node.ToExplore = (index == 0 ? null : _nodes[index - 1].Explored?.Children) ?? node.Fresh();
        node.Explored = null;
        node.Done = 0;
        if (node.ToExplore.Count > 0) return Take(execution, node);
        return node.Chosen = Awake(execution, current, node.Sleep);
    }

    /// <summary>Finds what else has to be explored, now that the execution is over.</summary>
    /// <remarks>
    /// An event that is shared with the execution before has the same races. One that could be
    /// skipped then, because what it asked for had been explored, has to be asked again: what
    /// follows may be new, and the race reversed before it (seed 1455 of the random programs).
    /// </remarks>
    internal void Analyse(Execution execution)
    {
        var trace = execution.Trace;
        _clocks.Update(trace, Shared);
        for (var i = 0; i < trace.Count; i++)
        {
            var races = _nodes[i].Unsettled;
            if (i >= Shared) Races.Find(execution, _clocks, trace[i], _clocks.Before(trace, i), i, races);
            for (var k = races.Count - 1; k >= 0; k--)
            {
                if (Reverse(execution, races[k], trace[i], i)) races.RemoveAt(k);
            }
        }
        foreach (var operation in execution.Operations)
        {
            if (!operation.IsPending) continue;
            Races.Find(execution, _clocks, operation.Next, _clocks.Of(operation), trace.Count, _races);
            foreach (var race in _races) Reverse(execution, race, operation.Next, trace.Count);
        }
    }

    /// <summary>Goes back to the last point with something left to explore.</summary>
    /// <returns>False when everything has been explored.</returns>
    internal bool Backtrack(Trace trace)
    {
        for (var i = trace.Count - 1; i >= 0; i--)
        {
            var node = _nodes[i];
            if (node.ToExplore.Count == 0) continue;
            node.Sleep |= 1UL << node.Chosen!.Id;
            node.Done++;
            Next(node);
            Shared = i;
            _given = i + 1;
            return true;
        }
        return false;
    }

    /// <summary>
    /// Which part of the tree has been explored, from 0 to 1, if the branches at a point are all as
    /// large as each other, and no more turn up.
    /// </summary>
    internal double Explored(Trace trace)
    {
        var (done, here) = (0.0, 1.0);
        for (var i = 0; i < trace.Count; i++)
        {
            var node = _nodes[i];
            var branch = here / (node.Done + 1 + node.ToExplore.Count);
            done += branch * node.Done;
            here = branch;
        }
        return done + here;
    }

    /// <summary>Makes the next execution the same as the last, to see whether it is.</summary>
    internal void Repeat(Trace trace) => _given = Shared = trace.Count;

    /// <summary>The event at <paramref name="race"/> should also come after <paramref name="later"/>.</summary>
    /// <param name="end">The index of the later event, or the trace's length if it is pending.</param>
    /// <returns>Whether that is now certain to be explored, whatever follows the later event.</returns>
    private bool Reverse(Execution execution, int race, in Event later, int end)
    {
        var trace = execution.Trace;
        var node = _nodes[race];
        Work += trace.Count - race;
        // The paper's sequence holds all that needn't come after the race, also what comes after the
        // later event. One that ends there stands for more, and is shorter: taken if it will do.
        _sequence.Reverse(trace, _clocks, race, trace.Count, later);
        if (IsExplored(execution, race, node.Sleep)) return false;
        if (end < trace.Count)
        {
            _sequence.Reverse(trace, _clocks, race, end, later);
            if (!IsExplored(execution, race, node.Sleep) && WakeupTree.Insert(node.ToExplore, _sequence))
                return true;
            _sequence.Reverse(trace, _clocks, race, trace.Count, later);
        }
        WakeupTree.Insert(node.ToExplore, _sequence);
        return false;
    }

    /// <summary>Whether the sequence, or one equivalent, has been explored from a point already.</summary>
    private bool IsExplored(Execution execution, int index, ulong asleep)
    {
        for (; asleep != 0; asleep &= asleep - 1)
        {
            var operation = execution.Identities.Known(BitOperations.TrailingZeroCount(asleep))!;
            if (_sequence.HasWeakInitial(NextAt(execution.Trace, index, operation))) return true;
        }
        return false;
    }

    /// <summary>What an operation was about to do just before the event at an index.</summary>
    private static Event NextAt(Trace trace, int index, Operation operation)
    {
        var i = index;
        while (i < trace.Count && trace[i].Operation != operation) i++;
        var next = i < trace.Count ? trace[i] : operation.Next;
        // It was about to come before those, and so to touch what they do.
        for (var k = index; k < i && next.More is not null; k++) next.TouchesWithout(trace[k]);
        for (var k = index; k < i && next.Varies; k++) next.TouchesWhat(trace[k]);
        for (var k = index; k < i && next.Looks; k++) next.UsesWithout(trace[k]);
        return next;
    }

    /// <summary>Those asleep before the last event stay so unless it depends on what they do next.</summary>
    private ulong StillAsleep(Execution execution, int index)
    {
        var asleep = _nodes[index - 1].Sleep;
        if (asleep == 0) return 0;
        ref var last = ref execution.Trace[index - 1];
        foreach (var operation in execution.Operations)
        {
            if ((asleep >> operation.Id & 1) != 0 && Event.Dependent(operation.Next, last))
                asleep &= ~(1UL << operation.Id);
        }
        return asleep;
    }

    private static Operation? Awake(Execution execution, Operation? current, ulong asleep)
    {
        if (execution.IsLong) return LongestWaiting(execution, asleep);
        if (current is not null && (asleep >> current.Id & 1) == 0 && execution.IsEnabled(current))
            return current;
        return execution.First(asleep);
    }

    /// <summary>Everybody gets a turn, so that a loop that asks for what another is to do ends.</summary>
    private static Operation? LongestWaiting(Execution execution, ulong asleep) =>
        execution.Operations
            .Where(o => o.Alarm is null && (asleep >> o.Id & 1) == 0 && execution.IsEnabled(o))
            .MinBy(o => o.LastEvent)
        ?? execution.First(asleep);

    private static void Next(Node node)
    {
        node.Explored = node.ToExplore[0];
        node.ToExplore.RemoveAt(0);
        node.Chosen = node.Explored.Step.Operation;
    }

    private static Operation? Take(Execution execution, Node node)
    {
        Next(node);
        return Known(execution, node.Chosen);
    }

    /// <summary>A choice made in an earlier execution; the program must still be able to follow it.</summary>
    private static Operation? Known(Execution execution, Operation? chosen)
    {
        if (chosen is not null && execution.Has(chosen) && execution.IsEnabled(chosen))
            return chosen;
        execution.Diverge(null);
        return null;
    }

    /// <summary>A point in the present execution, with what has been and is to be explored from it.</summary>
    private sealed class Node
    {
        internal Operation? Chosen;

        /// <summary>Operations, as bits, that lead to nothing new from here.</summary>
        internal ulong Sleep;

        /// <summary>How many branches have been explored from here.</summary>
        internal int Done;

        /// <summary>The sequence that <see cref="Chosen"/> came from, if any.</summary>
        internal WakeupTree? Explored;

        internal List<WakeupTree> ToExplore = [];

        private readonly List<WakeupTree> _own = [];

        /// <summary>Nothing to explore yet; the same list for each execution that comes by.</summary>
        internal List<WakeupTree> Fresh()
        {
            _own.Clear();
            return _own;
        }

        /// <summary>Races of the event chosen here that may still ask for something new.</summary>
        internal readonly List<int> Unsettled = [];
    }
}
