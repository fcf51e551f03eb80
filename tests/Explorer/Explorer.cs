using System.Reflection;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings;

/// <summary>Explores the interleavings of a woven program.</summary>
public static class Explorer
{
    /// <summary>Runs <paramref name="program"/> in every interleaving.</summary>
    /// <param name="woven">The assembly to explore, where it isn't that of the delegate itself.</param>
    public static Verdict Explore(Action program, Bounds? bounds = null, Assembly? woven = null) =>
        Controlled.Run(program, bounds, woven, session => new Exhaustive(session).Run());

    /// <summary>
    /// Whether <paramref name="program"/> passes in at least one interleaving. Proved means that it
    /// does; Broken, that it fails in each (the failure is that of the default schedule).
    /// </summary>
    public static Verdict ExploreSome(Action program, Bounds? bounds = null, Assembly? woven = null) =>
        Controlled.Run(program, bounds, woven, session => new Exhaustive(session).RunUntilOnePasses());

    /// <summary>Runs <paramref name="program"/> once, in exactly the interleaving of <paramref name="schedule"/>.</summary>
    /// <returns>Broken with the failure, or Unfinished: one execution proves nothing.</returns>
    public static Verdict Replay(Schedule schedule, Action program, Assembly? woven = null) =>
        Controlled.Run(program, null, woven, session => OneExecution.Run(session, schedule));
}
