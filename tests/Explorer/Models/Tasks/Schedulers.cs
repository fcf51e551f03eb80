using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks that a <see cref="TaskScheduler"/> of the program's own decides about.</summary>
internal static class Schedulers
{
    private static readonly Func<TaskScheduler, Task, bool, bool> RunsInline =
        typeof(TaskScheduler).GetMethod("TryExecuteTaskInline", BindingFlags.Instance | BindingFlags.NonPublic)!
            .CreateDelegate<Func<TaskScheduler, Task, bool, bool>>();

    /// <summary>What .NET itself calls for the rest of an await: an internal method of its own.</summary>
    private static readonly Action<Task, bool> RunsOrQueues = typeof(Task).Assembly
        .GetType("System.Threading.Tasks.TaskContinuation", throwOnError: true)!
        .GetMethod("InlineIfPossibleOrElseQueue", BindingFlags.Static | BindingFlags.NonPublic)!
        .CreateDelegate<Action<Task, bool>>();

    /// <summary>Hands a task over that is made, not started: the scheduler's own code runs here.</summary>
    internal static void Start(
        Operation operation, Task task, Completion completion, TaskScheduler scheduler, string site)
    {
        // Who waits for it is run by whoever runs it, in the middle of something else.
        if (completion.Gate is null) throw operation.Execution.Doubt();
        var turn = Of(operation, task, completion, scheduler, site);
        if (turn.ToStart is [var first, .. var more])
        {
            Execution.Announce(operation, EventKind.Register, site);
            ref var next = ref operation.Next;
            (next.Location, next.Mode) = (first.Location, first.Mode);
            next.More = more;
            operation.Execution.Perform(operation);
            if (!turn.Starts(operation.Execution)) return;
        }
        task.Start(scheduler);
    }

    internal static Turn Of(
        Operation operation, Task task, Completion completion, TaskScheduler scheduler, string site)
    {
        completion.Scheduler = scheduler;
        return completion.Turn = new(operation, task, completion, site);
    }

    /// <summary>The scheduler runs a task that it was given.</summary>
    internal static bool Execute(Operation operation, TaskScheduler scheduler, Task task,
        string site)
    {
        var completion = operation.Execution.Models.GetValueOrDefault(task) as Completion;
        if (completion?.Turn?.Begins(operation) == false) return false;
        if (completion is not null) Statuses.Begins(operation, completion);
        operation.TaskDepth++;
        var wasRun = TryExecuteTask(scheduler, task);
        operation.TaskDepth--;
        if (operation.Execution.IsOver) throw new Unwinding();
        if (!Attached.IsLeftToChildren(operation, completion))
            completion?.Complete(operation, site, () => completion.CompletedAt < 0);
        return wasRun;
    }

    /// <summary>Runs the delegate of a task that was not started, as a thread of the pool does.</summary>
    internal static void RunOnPool(Task task)
    {
        // No constructor takes it, and only a task that has one may be run by it.
        SchedulerOf(task) = TaskScheduler.Default;
        TryExecuteTask(TaskScheduler.Default, task);
    }

    /// <summary>Who blocks until a task is complete asks its scheduler to run it right there.</summary>
    internal static void Inline(Operation operation, Task task, Completion completion, string site)
    {
        if (completion.Scheduler is { } scheduler && !Tasks.IsComplete(operation, completion, site))
            RunsInline(scheduler, task, true);
    }

    /// <summary>The rest of an async method, as a task that nobody else knows.</summary>
    /// <param name="mayRunHere">
    /// Whether the scheduler is asked to run it here, if this is one of its tasks or on the pool.
    /// </param>
    internal static void HandOver(
        Operation operation, Task task, TaskScheduler scheduler, bool mayRunHere)
    {
        if (!mayRunHere || (TaskScheduler.Current != scheduler && !operation.IsOnPool))
        {
            task.Start(scheduler);
            return;
        }
        // No constructor takes it, and only a task that has one may be run by it.
        SchedulerOf(task) = scheduler;
        RunsOrQueues(task, true);
        if (operation.Execution.IsOver) throw new Unwinding();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_taskScheduler")]
    private static extern ref TaskScheduler? SchedulerOf(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "TryExecuteTask")]
    private static extern bool TryExecuteTask(TaskScheduler scheduler, Task task);
}
