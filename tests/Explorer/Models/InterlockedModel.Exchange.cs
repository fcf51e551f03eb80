namespace Interleavings.Models;

/// <content>Exchanges, for each type that has them.</content>
public static partial class InterlockedModel
{
    public static byte Exchange(ref byte location1, byte value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static byte CompareExchange(ref byte location1, byte value, byte comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static sbyte Exchange(ref sbyte location1, sbyte value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static sbyte CompareExchange(ref sbyte location1, sbyte value, sbyte comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static short Exchange(ref short location1, short value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static short CompareExchange(ref short location1, short value, short comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static ushort Exchange(ref ushort location1, ushort value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static ushort CompareExchange(ref ushort location1, ushort value, ushort comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static int Exchange(ref int location1, int value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static int CompareExchange(ref int location1, int value, int comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static long Exchange(ref long location1, long value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static long CompareExchange(ref long location1, long value, long comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static uint Exchange(ref uint location1, uint value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static uint CompareExchange(ref uint location1, uint value, uint comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static ulong Exchange(ref ulong location1, ulong value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static float Exchange(ref float location1, float value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static float CompareExchange(ref float location1, float value, float comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static double Exchange(ref double location1, double value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static double CompareExchange(ref double location1, double value, double comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static nint Exchange(ref nint location1, nint value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static nint CompareExchange(ref nint location1, nint value, nint comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static nuint Exchange(ref nuint location1, nuint value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static object? Exchange(ref object? location1, object? value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static object? CompareExchange(ref object? location1, object? value, object? comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }

    public static T Exchange<T>(ref T location1, T value, string site)
    {
        var o = Replacing(ref location1, site);
        var before = Interlocked.Exchange(ref location1, value);
        return Exchanged(o, before, ref location1);
    }

    public static T CompareExchange<T>(ref T location1, T value, T comparand, string site)
    {
        var o = Attempt(ref location1, site);
        var before = Interlocked.CompareExchange(ref location1, value, comparand);
        return Compared(o, before, comparand, ref location1);
    }
}
