namespace Interleavings.Models;

/// <summary>Results that look like views and are copies.</summary>
internal static class Copies
{
    /// <summary>
    /// Keys and Values of a ConcurrentDictionary: "a collection of keys", moment-in-time snapshots by
    /// https://learn.microsoft.com/dotnet/standard/collections/thread-safe.
    /// </summary>
    internal static bool Are(object result, object source)
    {
        var type = source.GetType();
        return type.Namespace == "System.Collections.Concurrent"
            && type.Name.StartsWith("ConcurrentDictionary", StringComparison.Ordinal)
            && result.GetType().Namespace == "System.Collections.ObjectModel";
    }
}
