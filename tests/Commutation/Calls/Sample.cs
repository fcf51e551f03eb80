namespace Commutation.Calls;

/// <summary>A choice that is the same on every machine and in every run.</summary>
static class Sample
{
    /// <summary>At most <paramref name="count"/> of the calls, the same ones each time.</summary>
    public static IEnumerable<Call> Of(IEnumerable<Call> calls, int count) =>
        calls.OrderBy(c => Number(c.Name)).ThenBy(c => c.Name, StringComparer.Ordinal).Take(count);

    /// <summary>FNV-1a, because <c>string.GetHashCode</c> differs from run to run.</summary>
    public static uint Number(string text)
    {
        var hash = 2166136261;
        foreach (var c in text) hash = (hash ^ c) * 16777619;
        // FNV leaves neighbours close together: mixes the bits once more.
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        return hash ^ hash >> 13;
    }
}
