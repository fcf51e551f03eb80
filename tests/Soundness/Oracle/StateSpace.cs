using Soundness.Programs;

namespace Soundness.Oracle;

/// <summary>
/// Every state that a program can reach. A loop that repeats itself has finitely many states, but
/// infinitely many traces. So this settles every outcome, and whether the program can hang.
/// </summary>
sealed class StateSpace
{
    const int MostStates = 120_000;

    readonly Semantics semantics;
    readonly Dictionary<int[], int> known = new(new Same());
    readonly List<int[]> states = [];

    /// <summary>By state: its steps.</summary>
    readonly List<(int Thread, int To)[]> steps = [];

    StateSpace(FuzzProgram program) => semantics = new(program);

    public HashSet<string> Outcomes { get; } = [];

    /// <summary>Whether a state has waiting threads and no step.</summary>
    public bool HasDeadlock { get; private set; }

    /// <summary>Whether a state with steps has no way to an end.</summary>
    public bool HasTrap { get; private set; }

    /// <summary>Whether it can run for ever in a weakly fair way.</summary>
    public bool HasFairCycle { get; private set; }

    /// <summary>Whether more is possible here than in .NET.</summary>
    public bool IsCoarse => semantics.IsCoarse;

    public int Count => states.Count;

    /// <returns>Null if the states are too many.</returns>
    public static StateSpace? Of(FuzzProgram program)
    {
        var space = new StateSpace(program);
        try
        {
            if (!space.Explore()) return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
        space.FindCycles();
        return space;
    }

    bool Explore()
    {
        Add(semantics.Start());
        var next = new List<int[]>();
        for (var i = 0; i < states.Count; i++)
        {
            if (i > MostStates) return false;
            var found = new List<(int, int)>();
            for (var t = 0; t < semantics.Threads; t++)
            {
                next.Clear();
                semantics.Step(states[i], t, next);
                foreach (var state in next) found.Add((t, Add(state)));
            }
            steps.Add([.. found]);
            if (found.Count > 0) continue;
            if (HasEnded(states[i])) Outcomes.Add(semantics.Outcome(states[i]));
            else HasDeadlock = true;
        }
        return true;
    }

    bool HasEnded(int[] state) =>
        Enumerable.Range(0, semantics.Threads).All(t => Semantics.HasEnded(state, t));

    int Add(int[] state)
    {
        if (known.TryGetValue(state, out var index)) return index;
        known[state] = states.Count;
        states.Add(state);
        return states.Count - 1;
    }

    void FindCycles()
    {
        var components = Components.Of(steps);
        var reachesEnd = new bool[states.Count];
        // Components come after those that they lead to.
        foreach (var component in components)
        {
            var inside = component.ToHashSet();
            var reaches = component.Any(i =>
                steps[i].Length == 0
                || steps[i].Any(s => !inside.Contains(s.To) && reachesEnd[s.To]));
            foreach (var i in component) reachesEnd[i] = reaches;
            HasTrap |= !reaches;
            HasFairCycle |= IsFair(component, inside);
        }
    }

    /// <summary>Each thread takes a step inside, or is disabled in one of the states.</summary>
    bool IsFair(List<int> component, HashSet<int> inside)
    {
        if (component is [var only] && steps[only].All(s => s.To != only)) return false;
        for (var t = 0; t < semantics.Threads; t++)
        {
            var thread = t;
            var goesOn = component.Any(i =>
                steps[i].Any(s => s.Thread == thread && inside.Contains(s.To)));
            var cannot = component.Any(i => !steps[i].Any(s => s.Thread == thread));
            if (!goesOn && !cannot) return false;
        }
        return true;
    }

    sealed class Same : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? one, int[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(int[] state)
        {
            var hash = 17;
            foreach (var cell in state) hash = hash * 31 + cell;
            return hash;
        }
    }
}
