using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>
/// What an execution came to, as its operations see it: what each did and got, step by step, and
/// whether it could go on. Nothing here knows which events are taken to commute.
/// </summary>
internal static class Outcomes
{
    internal static string Of(Execution execution)
    {
        var views = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var operation in execution.Operations)
            views[operation.Path] = operation.HasEnded ? [] : [$"left at {operation.Next.Kind}"];
        for (var i = 0; i < execution.Trace.Count; i++)
        {
            ref var e = ref execution.Trace[i];
            // What an addition came to is for the reader of a diagram; the program didn't look.
            views[e.Operation.Path].Add(
                e.Mode == AccessMode.Add ? $"{e.Kind}" : $"{e.Kind} {e.Value}".TrimEnd());
        }
        return string.Join('\n', views.Select(view => $"{view.Key}: {string.Join(", ", view.Value)}"));
    }

    /// <summary>Those of schedules drawn at random.</summary>
    internal static IEnumerable<string> Drawn(
        Action program, int seed, int count, bool isExact = true)
    {
        var outcomes = new HashSet<string>();
        TraceCounting.Run(new RandomWalk(seed), program, execution =>
        {
            outcomes.Add(Of(execution));
            return --count > 0;
        }, isExact);
        return outcomes;
    }

    /// <summary>No search, no reduction, no relation of dependence: whoever can go on may.</summary>
    private sealed class RandomWalk(int seed) : IScheduler
    {
        private readonly Random _random = new(seed);

        public Operation? Choose(Execution execution, Operation? current)
        {
            var enabled = execution.Operations.Where(execution.IsEnabled).ToList();
            return enabled.Count == 0 ? null : enabled[_random.Next(enabled.Count)];
        }
    }
}
