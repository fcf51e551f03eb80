namespace Interleavings.Models;

/// <summary>
/// Where an await is to go on, which is what .NET looks for when it gives way: at most one of the two,
/// and neither where any thread will do.
/// </summary>
internal readonly record struct Place(SynchronizationContext? Context, TaskScheduler? Scheduler)
{
    /// <summary>Where this is.</summary>
    internal static Place Current =>
        CurrentContext is { } context ? new(context, null)
        : TaskScheduler.Current == TaskScheduler.Default ? default
        : new(null, TaskScheduler.Current);

    internal bool IsAnywhere => this == default;

    /// <summary>Whether who completes it is there, and may go on by itself.</summary>
    internal bool IsHere(Resuming resuming) => resuming switch
    {
        Resuming.Posts or Resuming.LikeSource => IsAnywhere,
        Resuming.LikeChannel => IsAnywhere || this == Current,
        _ => Scheduler is null && (Context is null || Context == SynchronizationContext.Current),
    };

    /// <summary>To its own code.</summary>
    internal void HandOver(Scheduling.Operation operation, Action rest, Resuming resuming)
    {
        if (Context is not null) Context.Post(static r => ((Action)r!)(), rest);
        else Schedulers.HandOver(operation, new Task(rest), Scheduler!,
            resuming is Resuming.LikeTask);
    }

    private static SynchronizationContext? CurrentContext =>
        SynchronizationContext.Current is { } context
        && context.GetType() != typeof(SynchronizationContext) ? context : null;
}
