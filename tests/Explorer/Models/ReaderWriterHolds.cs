using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// How often each operation has entered a ReaderWriterLockSlim: only its own business. After an await
/// it goes on on another thread, and has entered it no more.
/// </summary>
internal sealed class ReaderWriterHolds : IHeld
{
    private readonly Dictionary<(int Id, int Stay), Counts> _counts = [];

    internal bool IsDisposed { get; set; }

    internal Counts this[Operation operation]
    {
        get
        {
            var key = (operation.Id, operation.Stay);
            if (!_counts.TryGetValue(key, out var counts)) _counts[key] = counts = new();
            return counts;
        }
    }

    internal static ReaderWriterHolds Of(Location location) =>
        (ReaderWriterHolds)(location.Model ??= new ReaderWriterHolds());

    public string SinceBy(int holder) => _counts
        .Where(held => held.Key.Id == holder).MaxBy(held => held.Value.Total).Value.Since;

    /// <summary>Somebody who holds it; of several, the one who began first.</summary>
    public int HolderIn(long state)
    {
        foreach (var ((id, _), counts) in _counts)
        {
            if (counts.Total > 0) return id;
        }
        return -1;
    }

    internal sealed class Counts
    {
        internal int Reads { get; set; }

        internal int Writes { get; set; }

        internal int Upgrades { get; set; }

        internal int Total => Reads + Writes + Upgrades;

        internal string Since { get; set; } = "";
    }
}
