namespace Interleavings;

/// <summary>Explores the interleavings of a woven program.</summary>
public static class Explorer
{
    /// <summary>Runs <paramref name="program"/> in every interleaving.</summary>
    public static Verdict Explore(Action program, Bounds? bounds = null) => throw new NotImplementedException();

    /// <summary>
    /// Whether <paramref name="program"/> passes in at least one interleaving. Proved means that it
    /// does; Broken, that it fails in each (the failure is that of the default schedule).
    /// </summary>
    public static Verdict ExploreSome(Action program, Bounds? bounds = null) => throw new NotImplementedException();

    /// <summary>Runs <paramref name="program"/> once, in exactly the interleaving of <paramref name="schedule"/>.</summary>
    /// <returns>Broken with the failure, or Unfinished: one execution proves nothing.</returns>
    public static Verdict Replay(Schedule schedule, Action program) => throw new NotImplementedException();
}
