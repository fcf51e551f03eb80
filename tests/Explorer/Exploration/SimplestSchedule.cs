using System.Numerics;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Searches the failing execution with the fewest preemptions; of those that are about as long, with
/// the fewest switches, then the fewest events: a shortest-path search over the states of the program (Dijkstra 1959), where a
/// state is known by the <see cref="Fingerprint"/> of the events that lead to it, and going on with
/// the same operation costs nothing. States can't be kept, so each path is run from the start.
/// </summary>
/// <param name="bySwitches">
/// Whether switches come before preemptions: where so many threads can run one after the other that
/// the search never comes to one that is interrupted.
/// </param>
/// <param name="step">Paths with fewer events than that are about as long as each other.</param>
internal sealed class SimplestSchedule(bool bySwitches, int step) : IScheduler
{
    private readonly Clocks _clocks = new();
    private readonly PriorityQueue<Path, (int, int, int, int Sequence)> _paths = new();
    private readonly HashSet<(Fingerprint, int)> _settled = [];

    /// <summary>The operations of the execution that is running; its paths share it.</summary>
    private List<int> _ran = [];
    private int[] _given = [];
    private int _length;
    private Fingerprint _state;
    private int _hashed;
    private int _sequence;

    /// <summary>Preemptions of the execution that has just run.</summary>
    internal int Preemptions { get; private set; }

    /// <summary>Switches of the execution that has just run.</summary>
    internal int Switches { get; private set; }

    /// <summary>Executions with more events are cut.</summary>
    internal int MostEvents { get; set; } = int.MaxValue;

    /// <summary>What the execution that has just run costs: to be compared with others.</summary>
    internal (int, int, int) Cost => CostOf(Preemptions, Switches, _length);

    /// <summary>Takes the next cheapest path.</summary>
    /// <returns>False if there is none, or none as cheap as the limit.</returns>
    internal bool Next((int, int, int)? limit)
    {
        if (_settled.Count == 0)
        {
            (Preemptions, Switches) = (0, 0);
        }
        else
        {
            if (!_paths.TryPeek(out var path, out _)) return false;
            if (limit is { } most && CostOf(path).CompareTo(most) > 0) return false;
            _paths.Dequeue();
            _given = path.Operations();
            (Preemptions, Switches, _length) = (path.Preemptions, path.Switches, LengthOf(path.Count));
        }
        _ran = [];
        _state = default;
        _hashed = 0;
        _clocks.Clear();
        return true;
    }

    public Operation? Choose(Execution execution, Operation? current)
    {
        var trace = execution.Trace;
        _clocks.Extend(trace);
        for (; _hashed < trace.Count; _hashed++)
        {
            _state = _state.With(trace[_hashed], _clocks[_hashed]);
            _ran.Add(trace[_hashed].Operation.Id);
        }
        if (trace.Count < _given.Length)
        {
            var id = _given[trace.Count];
            var operation = execution.Operations.FirstOrDefault(o => o.Id == id);
            if (operation is not null && execution.IsEnabled(operation)) return operation;
            execution.Diverge(null);
            return null;
        }
        if (trace.Count > MostEvents || !_settled.Add((_state, current?.Id ?? -1))) return null;
        var next = Branch(execution, current);
        return next is null || LengthOf(trace.Count) == _length || IsCheapestStill(next, trace.Count)
            ? next
            : null;
    }

    /// <summary>It has become longer: others may be cheaper now, and come first.</summary>
    private bool IsCheapestStill(Operation next, int count)
    {
        var path = new Path(_ran, count, next.Id, Preemptions, Switches);
        if (CheaperWaits(CostOf(path)))
        {
            Enqueue(path);
            return false;
        }
        _length = LengthOf(count);
        return true;
    }

    private Operation? Branch(Execution execution, Operation? current)
    {
        var goesOn = current is not null && execution.IsEnabled(current);
        // An operation that only has its end before it is done: leaving it interrupts nothing.
        var preempts = goesOn && current!.Next.Kind != EventKind.End ? 1 : 0;
        Operation? first = goesOn ? current : null;
        foreach (var operation in execution.Operations)
        {
            if (operation == current || !execution.IsEnabled(operation)) continue;
            var switches = current is null ? 0 : 1;
            if (first is null && !CheaperWaits(CostOf(Preemptions, Switches + switches, _length)))
            {
                // Nobody can go on at no cost, and no other path is cheaper: go on here.
                first = operation;
                continue;
            }
            Enqueue(new(_ran, _ran.Count, operation.Id,
                Preemptions + (operation.Alarm is null ? preempts : 0), Switches + switches));
        }
        if (first is not null && first != current && current is not null) Switches++;
        return first;
    }

    private void Enqueue(Path path)
    {
        var (one, two, three) = CostOf(path);
        _paths.Enqueue(path, (one, two, three, _sequence++));
    }

    private (int, int, int) CostOf(Path path) =>
        CostOf(path.Preemptions, path.Switches, LengthOf(path.Count));

    /// <summary>
    /// A loop that goes round thousands of times can be left in each round: the paths that leave it soon
    /// come first, whatever follows. Each class of lengths is twice as long as the one before, because
    /// what goes on into the next is run once more from the start.
    /// </summary>
    private int LengthOf(int events) => BitOperations.Log2((uint)(events / step + 1));

    private (int, int, int) CostOf(int preemptions, int switches, int length) =>
        bySwitches ? (length, switches, preemptions) : (preemptions, length, switches);

    private bool CheaperWaits((int, int, int) cost) =>
        _paths.TryPeek(out var waiting, out _) && CostOf(waiting).CompareTo(cost) < 0;

    /// <summary>
    /// How to get to a state again: the first so many operations of an execution, then the next. A
    /// long execution has thousands of these, so they share its list.
    /// </summary>
    private sealed record Path(List<int> Ran, int Count, int Next, int Preemptions, int Switches)
    {
        internal int[] Operations() => [.. Ran.GetRange(0, Count), Next];
    }
}
