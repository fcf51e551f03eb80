namespace Interleavings.Scheduling;

/// <summary>The states of <see cref="Operation.Lifecycle"/>; 0 before the start.</summary>
internal static class Stage
{
    internal const long Started = 1;
    internal const long Ended = 2;
}
