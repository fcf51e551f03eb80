using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>How often each operation has entered a ReaderWriterLockSlim: only its own business.</summary>
internal sealed class ReaderWriterHolds : IHeld
{
    private readonly Dictionary<int, Counts> _counts = [];

    internal bool IsDisposed { get; set; }

    internal Counts this[Operation operation]
    {
        get
        {
            if (!_counts.TryGetValue(operation.Id, out var counts))
                _counts[operation.Id] = counts = new();
            return counts;
        }
    }

    internal static ReaderWriterHolds Of(Location location) =>
        (ReaderWriterHolds)(location.Model ??= new ReaderWriterHolds());

    public string SinceBy(int holder) => _counts[holder].Since;

    /// <summary>Somebody who holds it; of several, the one who began first.</summary>
    public int HolderIn(long state)
    {
        foreach (var (id, counts) in _counts)
        {
            if (counts.Reads + counts.Writes + counts.Upgrades > 0) return id;
        }
        return -1;
    }

    internal sealed class Counts
    {
        internal int Reads { get; set; }

        internal int Writes { get; set; }

        internal int Upgrades { get; set; }

        internal string Since { get; set; } = "";
    }
}
