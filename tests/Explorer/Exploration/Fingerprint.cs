using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Identifies the state after a trace: traces that differ only in the order of independent events
/// lead to the same state, and have the same events with the same clocks. 128 bits, so that two
/// states are never taken for one.
/// </summary>
internal readonly record struct Fingerprint(ulong High, ulong Low)
{
    internal Fingerprint With(in Event e, ReadOnlySpan<int> clock)
    {
        var high = Mix(0x9E3779B97F4A7C15, (ulong)e.Operation.Id << 32 | (uint)e.Kind);
        var name = e.Location?.Name ?? default;
        var low = Mix((ulong)name.Offset, (ulong)name.Creator << 32 | (uint)name.Allocation);
        for (var i = 0; i < clock.Length; i++)
        {
            if (clock[i] == 0) continue;
            high = Mix(high, (ulong)i << 32 | (uint)clock[i]);
            low = Mix(low, (ulong)clock[i] << 32 | (uint)i);
        }
        // A sum, because the order in which independent events come must not matter.
        return new(High + high, Low + low);
    }

    /// <summary>The finaliser of MurmurHash3 (Appleby), over both words.</summary>
    private static ulong Mix(ulong one, ulong other)
    {
        var x = one ^ (other + 0x9E3779B97F4A7C15 + (one << 6) + (one >> 2));
        x = (x ^ x >> 33) * 0xFF51AFD7ED558CCD;
        x = (x ^ x >> 33) * 0xC4CEB9FE1A85EC53;
        return x ^ x >> 33;
    }
}
