using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>No reduction at all.</summary>
internal sealed class EverySchedule : Search
{
    protected override void Fill(Execution execution, Point? before, Point point) =>
        point.ToTry.AddRange(execution.Operations.Where(execution.IsEnabled));
}
