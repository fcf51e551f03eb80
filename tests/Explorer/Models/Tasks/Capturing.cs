namespace Interleavings.Models;

/// <summary>Where an await is to go on: what .NET looks for when it gives way.</summary>
internal static class Capturing
{
    /// <summary>At most one of the two; neither where any thread will do.</summary>
    internal static (SynchronizationContext?, TaskScheduler?) Now =>
        Context is { } context ? (context, null)
        : TaskScheduler.Current == TaskScheduler.Default ? (null, null)
        : (null, TaskScheduler.Current);

    /// <summary>Whether a continuation that wants no context may run right here.</summary>
    internal static bool IsPlain => Now is (null, null);

    private static SynchronizationContext? Context =>
        SynchronizationContext.Current is { } context
        && context.GetType() != typeof(SynchronizationContext) ? context : null;
}
