using Soundness.Programs;

namespace Soundness.Faults;

/// <summary>The mistakes that the fuzz has to find.</summary>
static class Planted
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("a round of a loop that changes something is a wait", null,
            "Interleavings.Models.LoopReads", "IsHarmless", Fault.TakesForRead),
        new("an assembly that isn't woven counts as known", nameof(Deed.CallUnwoven),
            "Interleavings.Hooks.KnownAssemblies", "Includes", Fault.ReturnsTrue),
        new("a compare-exchange is a read", nameof(Deed.CompareExchange),
            "Interleavings.Models.InterlockedModel", "Attempt", Fault.Announces),
        new("a pulse wakes no thread", nameof(Deed.PulseAll),
            "Interleavings.Models.MonitorModel", "PulseAll", Fault.DoesNothing),
    ];
}
