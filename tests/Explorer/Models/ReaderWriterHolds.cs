using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// How often each thread has entered a ReaderWriterLockSlim: only its own business. After an await,
/// another thread may run the operation, and has not entered it.
/// </summary>
internal sealed class ReaderWriterHolds : IHeld
{
    private readonly Dictionary<object, Counts> _counts = [];

    internal Counts this[Operation operation]
    {
        get
        {
            var thread = PoolThread.Holder(operation);
            if (!_counts.TryGetValue(thread, out var counts)) _counts[thread] = counts = new();
            counts.Id = operation.Id;
            return counts;
        }
    }

    internal static ReaderWriterHolds Of(Location location) =>
        (ReaderWriterHolds)(location.Model ??= new ReaderWriterHolds());

    public string SinceBy(int holder) => _counts.Values
        .Where(counts => counts.Id == holder).MaxBy(counts => counts.Total)!.Since;

    /// <summary>Somebody who holds it; of several, the one who began first.</summary>
    public int HolderIn(long state)
    {
        foreach (var counts in _counts.Values)
        {
            if (counts.Total > 0) return counts.Id;
        }
        return -1;
    }

    internal sealed class Counts
    {
        /// <summary>Of the operation that asked last.</summary>
        internal int Id { get; set; }

        internal int Reads { get; set; }

        internal int Writes { get; set; }

        internal int Upgrades { get; set; }

        internal int Total => Reads + Writes + Upgrades;

        internal string Since { get; set; } = "";
    }
}
