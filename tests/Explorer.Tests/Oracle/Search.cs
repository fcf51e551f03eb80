using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>
/// Depth-first search, plain enough to be believed: what it finds is what there is. Subclasses say
/// which operations to try at a point.
/// </summary>
internal abstract class Search : IScheduler
{
    private readonly List<Point> _points = [];

    internal HashSet<Fingerprint> Traces { get; } = [];

    internal long Executions { get; private set; }

    /// <summary>Traces at whose end operations wait for ever.</summary>
    internal int Deadlocks { get; private set; }

    internal static Search Explore(
        Search search, Action program, bool isExact = true, Insight? insight = null)
    {
        TraceCounting.Run(search, program, execution =>
        {
            search.Executions++;
            if (execution.Ending != Ending.Cut && search.Traces.Add(TraceCounting.Of(execution.Trace))
                && execution.Ending == Ending.Blocked) search.Deadlocks++;
            return search.Advance(execution.Trace.Count);
        }, isExact, insight);
        return search;
    }

    public Operation? Choose(Execution execution, Operation? current)
    {
        var index = execution.Trace.Count;
        if (index == _points.Count)
        {
            var point = new Point();
            Fill(execution, index == 0 ? null : _points[index - 1], point);
            if (point.ToTry.Count == 0) return null;
            _points.Add(point);
        }
        return _points[index].ToTry[0];
    }

    /// <summary>Says what to try at a new point, and who is asleep there.</summary>
    protected abstract void Fill(Execution execution, Point? before, Point point);

    private bool Advance(int length)
    {
        _points.RemoveRange(length, _points.Count - length);
        while (_points.Count > 0)
        {
            var point = _points[^1];
            point.Asleep.Add(point.ToTry[0]);
            point.ToTry.RemoveAt(0);
            if (point.ToTry.Count > 0) return true;
            _points.RemoveAt(_points.Count - 1);
        }
        return false;
    }

    /// <summary>A point of the present execution.</summary>
    protected sealed class Point
    {
        internal List<Operation> ToTry { get; } = [];

        internal List<Operation> Asleep { get; } = [];
    }
}
