using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><c>Unwrap</c>: a task that is complete when the one inside another is.</summary>
internal static class Nested
{
    internal static Task In(Operation operation, Task<Task> outer, string site) =>
        In(operation, outer, static o => ((Task<Task>)o).Result, Promise.Of(new TaskCompletionSource()), site);

    internal static Task<T> In<T>(Operation operation, Task<Task<T>> outer,
        string site) => (Task<T>)In(
        operation, outer, static o => ((Task<Task<T>>)o).Result, Promise.Of(new TaskCompletionSource<T>()), site);

    private static Task In(
        Operation operation, Task outer, Func<Task, Task?> inside, Promise own, string site)
    {
        ArgumentNullException.ThrowIfNull(outer, "task");
        var completion = Completion.New(operation, own.Task, true, site);
        // Who completes a task runs this on the spot, as .NET does.
        Callback.Start(operation, Completion.Of(operation, outer, site), Look, false, true, null, site,
            runsHereIf: static () => true);
        return own.Task;

        void Look()
        {
            var here = Hook.Current!;
            Faulted.Observe(here, outer);
            if (!outer.IsCompletedSuccessfully) End(() => outer.IsFaulted
                ? own.Fail(outer.Exception!.InnerException!) : own.Cancel(Cancelled(outer)));
            else if (inside(outer) is { } inner)
                Callback.Start(here, Completion.Of(here, inner, site), () => Follow(inner),
                    false, true, null, site, runsHereIf: static () => true);
            else End(() => own.Cancel(default));
        }

        void Follow(Task inner)
        {
            Faulted.Observe(Hook.Current!, inner);
            End(() => own.Follow(inner));
        }

        void End(Func<bool> end) => completion.Complete(Hook.Current!, site, end);
    }

    private static CancellationToken Cancelled(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return default;
        }
        catch (OperationCanceledException exception)
        {
            return exception.CancellationToken;
        }
    }
}

/// <summary>The tasks inside tasks.</summary>
[Models(typeof(TaskExtensions))]
public static class TaskExtensionsModel
{
    public static Task Unwrap(Task<Task> task, string site) =>
        Hook.Current is { } operation ? Nested.In(operation, task, site) : task.Unwrap();

    public static Task<TResult> Unwrap<TResult>(Task<Task<TResult>> task, string site) =>
        Hook.Current is { } operation ? Nested.In(operation, task, site) : task.Unwrap();
}
