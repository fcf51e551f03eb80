namespace Interleavings.Models;

/// <content>Additions and bit operations, for each type that has them.</content>
public static partial class InterlockedModel
{
    public static int Increment(ref int location, string site) =>
        After(Atomic(ref location, site), Interlocked.Increment(ref location));

    [ResultDropped("Increment")]
    public static void IncrementDropped(ref int location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Increment(ref location));
    }

    public static int Decrement(ref int location, string site) =>
        After(Atomic(ref location, site), Interlocked.Decrement(ref location));

    [ResultDropped("Decrement")]
    public static void DecrementDropped(ref int location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Decrement(ref location));
    }

    public static int Add(ref int location1, int value, string site) =>
        After(Atomic(ref location1, site), Interlocked.Add(ref location1, value));

    [ResultDropped("Add")]
    public static void AddDropped(ref int location1, int value, string site)
    {
        var o = Commuting(ref location1, site);
        After(o, Interlocked.Add(ref location1, value));
    }

    public static int And(ref int location1, int value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.And(ref location1, value);
        After(o, location1);
        return before;
    }

    public static int Or(ref int location1, int value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.Or(ref location1, value);
        After(o, location1);
        return before;
    }

    public static long Increment(ref long location, string site) =>
        After(Atomic(ref location, site), Interlocked.Increment(ref location));

    [ResultDropped("Increment")]
    public static void IncrementDropped(ref long location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Increment(ref location));
    }

    public static long Decrement(ref long location, string site) =>
        After(Atomic(ref location, site), Interlocked.Decrement(ref location));

    [ResultDropped("Decrement")]
    public static void DecrementDropped(ref long location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Decrement(ref location));
    }

    public static long Add(ref long location1, long value, string site) =>
        After(Atomic(ref location1, site), Interlocked.Add(ref location1, value));

    [ResultDropped("Add")]
    public static void AddDropped(ref long location1, long value, string site)
    {
        var o = Commuting(ref location1, site);
        After(o, Interlocked.Add(ref location1, value));
    }

    public static long And(ref long location1, long value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.And(ref location1, value);
        After(o, location1);
        return before;
    }

    public static long Or(ref long location1, long value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.Or(ref location1, value);
        After(o, location1);
        return before;
    }

    public static uint Increment(ref uint location, string site) =>
        After(Atomic(ref location, site), Interlocked.Increment(ref location));

    [ResultDropped("Increment")]
    public static void IncrementDropped(ref uint location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Increment(ref location));
    }

    public static uint Decrement(ref uint location, string site) =>
        After(Atomic(ref location, site), Interlocked.Decrement(ref location));

    [ResultDropped("Decrement")]
    public static void DecrementDropped(ref uint location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Decrement(ref location));
    }

    public static uint Add(ref uint location1, uint value, string site) =>
        After(Atomic(ref location1, site), Interlocked.Add(ref location1, value));

    [ResultDropped("Add")]
    public static void AddDropped(ref uint location1, uint value, string site)
    {
        var o = Commuting(ref location1, site);
        After(o, Interlocked.Add(ref location1, value));
    }

    public static uint And(ref uint location1, uint value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.And(ref location1, value);
        After(o, location1);
        return before;
    }

    public static uint Or(ref uint location1, uint value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.Or(ref location1, value);
        After(o, location1);
        return before;
    }

    public static ulong Increment(ref ulong location, string site) =>
        After(Atomic(ref location, site), Interlocked.Increment(ref location));

    [ResultDropped("Increment")]
    public static void IncrementDropped(ref ulong location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Increment(ref location));
    }

    public static ulong Decrement(ref ulong location, string site) =>
        After(Atomic(ref location, site), Interlocked.Decrement(ref location));

    [ResultDropped("Decrement")]
    public static void DecrementDropped(ref ulong location, string site)
    {
        var o = Commuting(ref location, site);
        After(o, Interlocked.Decrement(ref location));
    }

    public static ulong Add(ref ulong location1, ulong value, string site) =>
        After(Atomic(ref location1, site), Interlocked.Add(ref location1, value));

    [ResultDropped("Add")]
    public static void AddDropped(ref ulong location1, ulong value, string site)
    {
        var o = Commuting(ref location1, site);
        After(o, Interlocked.Add(ref location1, value));
    }

    public static ulong And(ref ulong location1, ulong value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.And(ref location1, value);
        After(o, location1);
        return before;
    }

    public static ulong Or(ref ulong location1, ulong value, string site)
    {
        var o = Atomic(ref location1, site);
        var before = Interlocked.Or(ref location1, value);
        After(o, location1);
        return before;
    }
}
