using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Array"/>: what is more than one access to one array.</summary>
[Models(typeof(Array))]
public static class ArrayModel
{
    /// <summary>Reads the variable and the old array, and then writes the variable.</summary>
    public static void Resize<T>(ref T[]? array, int newSize, string site)
    {
        if (Hook.Current is not { IsObserved: true } operation || newSize < 0
            || Unsafe.IsNullRef(ref array))
        {
            Array.Resize(ref array!, newSize);
            return;
        }
        Hook.ReadRef(ref array, site);
        var old = array;
        if (old is not null && old.Length == newSize) return;
        var made = new T[newSize];
        Hook.Allocated(made);
        if (old is not null)
        {
            var kept = Math.Min(old.Length, newSize);
            if (kept > 0) RawModel.Range(operation, old, 0, kept, AccessMode.Read, site);
            Array.Copy(old, made, kept);
        }
        Hook.WriteRef(ref array, made, site);
        array = made;
    }
}
