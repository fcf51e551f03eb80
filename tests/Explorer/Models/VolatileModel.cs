using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Volatile"/>: a read takes over what the writer had published, a write publishes.</summary>
[Models(typeof(Volatile))]
public static class VolatileModel
{
    public static bool Read(ref readonly bool location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref bool location, bool value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static byte Read(ref readonly byte location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref byte location, byte value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static sbyte Read(ref readonly sbyte location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref sbyte location, sbyte value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static short Read(ref readonly short location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref short location, short value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static ushort Read(ref readonly ushort location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref ushort location, ushort value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static int Read(ref readonly int location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref int location, int value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static uint Read(ref readonly uint location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref uint location, uint value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static long Read(ref readonly long location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref long location, long value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static ulong Read(ref readonly ulong location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref ulong location, ulong value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static nint Read(ref readonly nint location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref nint location, nint value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static nuint Read(ref readonly nuint location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref nuint location, nuint value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static float Read(ref readonly float location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref float location, float value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static double Read(ref readonly double location, string site)
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write(ref double location, double value, string site)
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    [return: NotNullIfNotNull(nameof(location))]
    public static T Read<T>([NotNullIfNotNull(nameof(location))] ref readonly T location, string site)
        where T : class?
    {
        if (Hook.Current is { } operation) Observe(operation, in location, site);
        return Volatile.Read(in location);
    }

    public static void Write<T>([NotNullIfNotNull(nameof(value))] ref T location, T value, string site)
        where T : class?
    {
        if (Hook.Current is { } operation) Publish(operation, ref location, value, site);
        Volatile.Write(ref location, value);
    }

    public static void ReadBarrier(string site) => Volatile.ReadBarrier();

    public static void WriteBarrier(string site) => Volatile.WriteBarrier();

    internal static void Observe<T>(Operation operation, ref readonly T variable, string site)
    {
        if (operation.IsObserved)
        {
            VariableModel.Reference(
                operation, ref Unsafe.AsRef(in variable), EventKind.VolatileRead, site);
        }
    }

    private static void Publish<T>(Operation operation, ref T variable, T value, string site)
    {
        if (operation.IsObserved)
            VariableModel.Reference(operation, ref variable, value, EventKind.VolatileWrite, site);
    }
}
