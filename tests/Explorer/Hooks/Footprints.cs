namespace Interleavings.Hooks;

/// <summary>
/// Where woven code was last seen on threads that nobody explores: what can be told of one that
/// never comes back.
/// </summary>
public static class Footprints
{
    private static readonly List<Footprint> Known = [];

    [ThreadStatic]
    private static Footprint? s_mine;

    /// <summary>The places, each once: where a method was entered, or a loop went round.</summary>
    public static IReadOnlyList<Site> OfLivingThreads()
    {
        lock (Known)
        {
            return [.. Known.Where(f => f.Thread.IsAlive).Select(f => Site.Parse(f.Seen))
                .Where(site => site.Line > 0).Distinct()];
        }
    }

    internal static void Leave(string site) => (s_mine ?? Mine()).Seen = site;

    private static Footprint Mine()
    {
        lock (Known)
        {
            Known.RemoveAll(f => !f.Thread.IsAlive);
            Known.Add(s_mine = new());
        }
        return s_mine;
    }

    private sealed class Footprint
    {
        internal Thread Thread { get; } = Thread.CurrentThread;

        internal string? Seen { get; set; }
    }
}
