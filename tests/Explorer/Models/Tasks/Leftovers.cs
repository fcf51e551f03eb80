using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a test must not leave behind: tasks that nobody waits for, or looks at.</summary>
internal static class Leftovers
{
    /// <summary>Of an execution in which nothing else failed; null if it leaves nothing.</summary>
    internal static Fault? Of(Execution execution)
    {
        if (execution.Models.Count == 0) return null;
        var completions = execution.Models.Values.OfType<Completion>().Distinct().ToList();
        return Unobserved(execution, completions)
            ?? (execution.LeftRunning == Interleavings.LeftRunning.Allowed ? null
                : LeftRunning(execution, completions));
    }

    private static Fault? Unobserved(Execution execution, List<Completion> completions)
    {
        foreach (var completion in completions)
        {
            if (completion.IsObserved || completion.Carrier is not Task { IsFaulted: true } task) continue;
            var exception = task.Exception!.InnerExceptions[0];
            // It is blocked for ever: the explorer ended it.
            if (exception is Unwinding) continue;
            var worker = completion.Worker ?? execution.Operations[0];
            return new(FailureKind.Unobserved, worker,
                Faults.Message(execution.Operations[0], exception), exception, completion.Site);
        }
        return null;
    }

    /// <summary>
    /// A task may still be at work when the test ends if nothing orders the last that it does
    /// before that end.
    /// </summary>
    private static Fault? LeftRunning(Execution execution, List<Completion> completions)
    {
        completions.RemoveAll(c => c.Worker is null || c.CompletedAt < 0);
        if (completions.Count == 0) return null;
        var trace = execution.Trace;
        var end = execution.Operations[0].LastEvent;
        var clocks = new Clocks();
        clocks.Update(trace, 0);
        foreach (var completion in completions)
        {
            var last = completion.CompletedAt;
            // Its end itself changes nothing that anybody could miss.
            if (trace[last].Kind == EventKind.End || completion.IsLast) last = trace[last].Previous;
            if (last >= 0 && (last > end || !clocks.IsOrdered(trace, last, end)))
                return new(FailureKind.LeftRunning, completion.Worker!,
                    "nobody waits for its end", null, completion.Site);
        }
        return null;
    }
}
