using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Who holds a ReaderWriterLockSlim and who wants it, as one number, so that guards can look at it
/// in the past too. Readers include the holder of the upgradeable lock, as in .NET.
/// </summary>
/// <param name="Writer">The operation's id + 1, or 0.</param>
/// <param name="Upgrader">The same, of whoever may become the writer.</param>
internal readonly record struct ReaderWriterState(
    int Readers, int Writer, int Upgrader, int WaitingWriters, bool UpgraderWaits,
    int WaitingReaders, int WaitingUpgraders)
{
    /// <summary>Writers are preferred: one that waits keeps new readers out.</summary>
    internal bool AdmitsReaders => Writer == 0 && WaitingWriters == 0 && !UpgraderWaits;

    internal bool AdmitsUpgrader => AdmitsReaders && Upgrader == 0;

    /// <param name="own">How often the one who asks is among the readers.</param>
    internal bool AdmitsWriter(int own) => Writer == 0 && Readers == own && (own > 0 || !UpgraderWaits);

    internal long Packed => (uint)Readers | (long)Writer << 16 | (long)Upgrader << 24
        | (long)WaitingWriters << 32 | (UpgraderWaits ? 1L << 40 : 0)
        | (long)WaitingReaders << 41 | (long)WaitingUpgraders << 49;

    internal static ReaderWriterState Of(long packed) => new(
        (int)(packed & 0xFFFF), (int)(packed >> 16 & 0xFF), (int)(packed >> 24 & 0xFF),
        (int)(packed >> 32 & 0xFF), (packed >> 40 & 1) != 0,
        (int)(packed >> 41 & 0xFF), (int)(packed >> 49 & 0xFF));

    /// <summary>Whether a thread is known to wait, other than the holder of the upgradeable lock.</summary>
    internal bool HasWaiters => WaitingReaders > 0 || WaitingWriters > 0 || WaitingUpgraders > 0;

    /// <summary>What one who asks for the lock waits for.</summary>
    internal sealed class Admits(Location location, Func<ReaderWriterState, bool> admits) : ICondition
    {
        public bool Holds(States states) => admits(Of(states.Of(location)));
    }
}
