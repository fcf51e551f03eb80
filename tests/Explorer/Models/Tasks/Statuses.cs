using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Task.Status"/>. That of a promise says whether it is complete, and no more. That of a task
/// with a delegate also says whether the delegate has begun: once a program has asked for such a status,
/// the exploration begins anew, and each beginning is an event.
/// </summary>
internal static class Statuses
{
    /// <summary>The task runs a delegate itself.</summary>
    internal static void HasDelegate(
        Operation operation, Completion completion, Completion? antecedent = null)
    {
        completion.HasDelegate = true;
        completion.Antecedent = antecedent;
        if (operation.Execution.Insight.SeesStatus) Inlining.NameBeginning(operation, completion);
    }

    /// <summary>A task that was made without being started is about to be queued: an event.</summary>
    internal static void Queues(Operation operation, Completion completion, string site)
    {
        if (!operation.Execution.Insight.SeesStatus || completion.Beginning is not { } beginning) return;
        Primitive.Write(operation, beginning, EventKind.Check, releases: false, site);
        completion.IsQueued = true;
    }

    /// <summary>The delegate begins, unless it is known to have: an event.</summary>
    internal static void Begins(Operation operation, Completion completion)
    {
        if (operation.Execution.Insight.SeesStatus && completion is { HasDelegate: true, Beginning: not null })
            Inlining.Begins(operation, completion);
    }

    internal static TaskStatus Of(Operation operation, Task task, string site)
    {
        var insight = operation.Execution.Insight;
        if (Completion.Of(operation, task, site) is not { } completion) return task.Status;
        if (!completion.HasDelegate || !insight.SeesStatus || completion.Beginning is null)
        {
            if (Tasks.IsComplete(operation, completion, site)) return task.Status;
            if (!completion.HasDelegate) return TaskStatus.WaitingForActivation;
            throw operation.Execution.Learns(known => known.SeesStatus = true);
        }
        Location[] looks = [completion.Location, completion.Beginning, .. completion.Antecedent?.Leaves ?? []];
        if (Tasks.IsComplete(operation, completion, site, [.. looks.Skip(1).Distinct()])) return task.Status;
        if (completion.WaitsForChildren) return TaskStatus.WaitingForChildrenToComplete;
        if (Inlining.HasBegun(completion)) return TaskStatus.Running;
        if (completion.Antecedent is { } antecedent)
            return antecedent.IsComplete ? TaskStatus.WaitingToRun : TaskStatus.WaitingForActivation;
        return completion.IsQueued || completion.Worker is not null
            ? TaskStatus.WaitingToRun
            : TaskStatus.Created;
    }
}
