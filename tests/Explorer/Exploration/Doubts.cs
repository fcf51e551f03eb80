using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Conflicts with calls of a library of which it isn't known whether they may be made at once: the
/// table of effects assumes the worst of them. That is no failure, and no proof either.
/// </summary>
internal static class Doubts
{
    /// <summary>
    /// Whether two accesses conflict, whatever the calls do that are in doubt.
    /// </summary>
    internal static bool IsCertain(in Event one, AccessMode mode, in Event other, AccessMode otherMode) =>
        Certain(one, mode) is { } a && Certain(other, otherMode) is { } b && Access.Conflict(a, b);

    private static AccessMode? Certain(in Event e, AccessMode mode) => e.Doubt switch
    {
        null => mode,
        { Reads: false } => null,
        _ => mode == AccessMode.Write ? AccessMode.Read : mode,
    };

    internal static Refusal Of(in Event doubtful) => new(doubtful.Doubt!.Member,
        "another thread uses the same object at that time, and the documentation doesn't say whether"
        + " both calls may be made at once: use a lock around them", Site.Parse(doubtful.Site))
    {
        IsDoubt = true,
    };
}
