using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Searches the failing execution with the fewest preemptions, then the fewest switches, then the
/// fewest events: a shortest-path search over the states of the program (Dijkstra 1959), where a
/// state is known by the <see cref="Fingerprint"/> of the events that lead to it, and going on with
/// the same operation costs nothing. States can't be kept, so each path is run from the start.
/// </summary>
internal sealed class SimplestSchedule : IScheduler
{
    private readonly Clocks _clocks = new();
    private readonly PriorityQueue<Path, (int, int, int)> _paths = new();
    private readonly HashSet<(Fingerprint, int)> _settled = [];
    private Path? _start;
    private int[] _given = [];
    private Fingerprint _state;
    private int _hashed;
    private int _sequence;

    /// <summary>Preemptions of the execution that has just run.</summary>
    internal int Preemptions { get; private set; }

    /// <summary>Switches of the execution that has just run.</summary>
    internal int Switches { get; private set; }

    /// <summary>Takes the next cheapest path.</summary>
    /// <returns>False if there is none, or none as cheap as the limit.</returns>
    internal bool Next((int Preemptions, int Switches)? limit)
    {
        if (_settled.Count == 0)
        {
            (Preemptions, Switches) = (0, 0);
        }
        else
        {
            if (!_paths.TryPeek(out _, out var cost)) return false;
            if (limit is { } l && (cost.Item1, cost.Item2).CompareTo(l) > 0) return false;
            _start = _paths.Dequeue();
            (Preemptions, Switches) = (cost.Item1, cost.Item2);
        }
        _given = _start?.Operations() ?? [];
        _state = default;
        _hashed = 0;
        _clocks.Clear();
        return true;
    }

    public Operation? Choose(Execution execution, Operation? current)
    {
        var trace = execution.Trace;
        _clocks.Extend(trace);
        for (; _hashed < trace.Count; _hashed++) _state = _state.With(trace[_hashed], _clocks[_hashed]);
        if (trace.Count < _given.Length)
        {
            var id = _given[trace.Count];
            var operation = execution.Operations.FirstOrDefault(o => o.Id == id);
            if (operation is not null && execution.IsEnabled(operation)) return operation;
            execution.Diverge(null);
            return null;
        }
        if (!_settled.Add((_state, current?.Id ?? -1))) return null;
        return Branch(execution, current);
    }

    private Operation? Branch(Execution execution, Operation? current)
    {
        var goesOn = current is not null && execution.IsEnabled(current);
        // An operation that only has its end before it is done: leaving it interrupts nothing.
        var preempts = goesOn && current!.Next.Kind != EventKind.End ? 1 : 0;
        int[]? here = null;
        Operation? first = goesOn ? current : null;
        foreach (var operation in execution.Operations)
        {
            if (operation == current || !execution.IsEnabled(operation)) continue;
            var switches = current is null ? 0 : 1;
            if (first is null && !CheaperWaits((Preemptions, Switches + switches)))
            {
                // Nobody can go on at no cost, and no other path is cheaper: go on here.
                first = operation;
                continue;
            }
            here ??= Ids(execution.Trace);
            _paths.Enqueue(new(here, operation.Id),
                (Preemptions + (operation.Alarm is null ? preempts : 0), Switches + switches, _sequence++));
        }
        if (first is not null && first != current && current is not null) Switches++;
        return first;
    }

    private bool CheaperWaits((int, int) cost) =>
        _paths.TryPeek(out _, out var waiting)
        && (waiting.Item1, waiting.Item2).CompareTo(cost) < 0;

    /// <summary>Who ran at each step, and who comes next: how to get to a state again.</summary>
    private sealed record Path(int[] Before, int Next)
    {
        internal int[] Operations() => [.. Before, Next];
    }

    private static int[] Ids(Trace trace)
    {
        var ids = new int[trace.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = trace[i].Operation.Id;
        return ids;
    }
}
