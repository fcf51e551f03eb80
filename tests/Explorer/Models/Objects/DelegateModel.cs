using Interleavings.Exploration;

namespace Interleavings.Models;

/// <summary>What a delegate calls.</summary>
internal static class DelegateModel
{
    /// <summary>Whether it calls code that doesn't announce what it does.</summary>
    internal static bool CallsLibrary(Delegate? called)
    {
        if (called is null) return false;
        if (called.HasSingleTarget) return IsLibrary(called);
        foreach (var one in called.GetInvocationList())
        {
            if (IsLibrary(one)) return true;
        }
        return false;
    }

    private static bool IsLibrary(Delegate one) =>
        !WovenAssemblies.IsWoven(one.Method.Module.Assembly);
}
