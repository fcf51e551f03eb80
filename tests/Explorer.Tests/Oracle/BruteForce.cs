using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>
/// Every schedule, with no reduction at all: slow, and plain enough to be believed. Counts the
/// traces by what they are: sets of schedules that differ only in the order of independent events.
/// </summary>
internal sealed class BruteForce : IScheduler
{
    private readonly List<(List<Operation> Enabled, int Chosen)> _points = [];

    internal HashSet<Fingerprint> Traces { get; } = [];

    internal long Executions { get; private set; }

    internal static BruteForce Explore(Action program, long most = 2_000_000)
    {
        var search = new BruteForce();
        TraceCounting.Run(search, program, execution =>
        {
            search.Executions++;
            search.Traces.Add(TraceCounting.Of(execution.Trace));
            return search.Executions < most && search.Advance(execution.Trace.Count);
        });
        return search;
    }

    public Operation? Choose(Execution execution, Operation? current)
    {
        var index = execution.Trace.Count;
        if (index == _points.Count)
        {
            List<Operation> enabled = [.. execution.Operations.Where(execution.IsEnabled)];
            if (enabled.Count == 0) return null;
            _points.Add((enabled, 0));
        }
        var (operations, chosen) = _points[index];
        return operations[chosen];
    }

    private bool Advance(int length)
    {
        _points.RemoveRange(length, _points.Count - length);
        while (_points.Count > 0)
        {
            var (enabled, chosen) = _points[^1];
            if (chosen + 1 < enabled.Count)
            {
                _points[^1] = (enabled, chosen + 1);
                return true;
            }
            _points.RemoveAt(_points.Count - 1);
        }
        return false;
    }
}
