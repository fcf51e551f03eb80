using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>
/// Every trace at least once (Godefroid 1996): an operation that was tried stays asleep in what
/// follows, until something that depends on its next event happens. Nothing else is left out.
/// </summary>
internal sealed class SleepSets : Search
{
    protected override void Fill(Execution execution, Point? before, Point point)
    {
        if (before is not null)
        {
            var last = execution.Trace[execution.Trace.Count - 1];
            point.Asleep.AddRange(before.Asleep.Where(o => !Event.Dependent(o.Next, last)));
        }
        point.ToTry.AddRange(execution.Operations
            .Where(o => execution.IsEnabled(o) && !point.Asleep.Contains(o)));
    }
}
