using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>What the attempts to take from, or to look into, a concurrent collection end with.</summary>
internal static class Taken
{
    /// <param name="call">Made, and ended here: so the real call must be one that never throws.</param>
    /// <param name="success">What the real call said.</param>
    /// <param name="item">What it found.</param>
    /// <param name="result">Where the program wants it: a variable that others may see.</param>
    internal static bool By<T>(AtomicCall call, bool success, T item, out T result, string site)
    {
        if (!success) call.Failed();
        else call.Shows(item);
        call.Dispose();
        Into(out result, item, site);
        return success;
    }

    /// <summary>A write of its own: the object has been left when the result is stored.</summary>
    internal static void Into<T>(out T result, T item, string site)
    {
        System.Runtime.CompilerServices.Unsafe.SkipInit(out result);
        Hook.WriteRef(ref result, item, site);
        result = item;
    }
}
