using System.Collections;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A query as a sequence: going through it runs it, while who asks for the next result does something
/// else in between.
/// </summary>
internal sealed class QuerySource<T>(Query<T> query, string site) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator() => Hook.Current is { } operation
        ? Results(operation)
        : throw new InvalidOperationException(
            "internal: a parallel query is run outside its execution.");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<T> Results(Operation operation)
    {
        var bodies = query.Bodies(operation);
        var loop = new ParallelLoop(operation, query.Settings.Options, site, isExactDegree: true);
        var output = new QueryOutput<T>(operation, site);
        var results = new List<T>[bodies.Length];
        var isOrdered = query.Settings.IsOrdered;
        var parts = loop.Begin(operation, bodies.Length, i =>
        {
            var own = results[i] = [];
            bodies[i](isOrdered ? own.Add : output.Add);
        });
        var isThrough = false;
        try
        {
            if (isOrdered)
            {
                for (var i = 0; i < results.Length; i++)
                {
                    if (parts.Length > 0) Tasks.Wait(operation, parts[i], Timeout.Infinite, site);
                    foreach (var item in results[i] ?? []) yield return item;
                }
            }
            else
            {
                for (var i = 0; Comes(operation, output, parts, i); i++) yield return output.Items[i];
            }
            isThrough = true;
            loop.Finish(operation, parts);
        }
        finally
        {
            // Who turns away early stops the rest, and waits for what has begun.
            if (!isThrough && !operation.Execution.IsOver)
            {
                loop.Stop(operation);
                loop.WaitFor(operation, parts);
            }
        }
    }

    /// <summary>Waits for one more result, or for the end of all bodies.</summary>
    private bool Comes(Operation operation, QueryOutput<T> output, Completion[] parts, int index)
    {
        if (parts.Length == 0) return index < output.Items.Count;
        Location[] ends = [.. parts.SelectMany(part => part.Leaves)];
        Execution.Announce(operation, EventKind.Take, site);
        ref var next = ref operation.Next;
        next.Location = output.Location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.More = [.. ends.Select(end => new Access(end, AccessMode.Read))];
        next.Guard = Guard.Custom;
        next.Condition = new HasMoreOrNoMore(output.Location, index, ends);
        operation.Execution.Perform(operation);
        return index < output.Items.Count;
    }

    private sealed class HasMoreOrNoMore(Location output, int index, Location[] ends) : ICondition
    {
        public bool Holds(States states)
        {
            if (states.Of(output) > index) return true;
            foreach (var end in ends)
            {
                if (states.Of(end) <= Stage.Started) return false;
            }
            return true;
        }
    }
}
