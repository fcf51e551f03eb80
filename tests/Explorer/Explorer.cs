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

    /// <summary>The same for an asynchronous program.</summary>
    public static Verdict Explore(Func<Task> program, Bounds? bounds = null, Assembly? woven = null) =>
        Explore(Blocking(program, ref woven), bounds, woven);

    /// <summary>
    /// Whether <paramref name="program"/> passes in at least one interleaving. Proved means that it
    /// does; Broken, that it fails in each (the failure is that of the default schedule).
    /// </summary>
    public static Verdict ExploreSome(Action program, Bounds? bounds = null, Assembly? woven = null) =>
        Controlled.Run(program, bounds, woven, session => new Exhaustive(session).RunUntilOnePasses());

    /// <summary>Runs <paramref name="program"/> once, in exactly the interleaving of <paramref name="schedule"/>.</summary>
    /// <returns>Broken with the failure, or Unfinished: one execution proves nothing.</returns>
    public static Verdict Replay(
        Schedule schedule, Action program, Assembly? woven = null, Bounds? bounds = null) =>
        Controlled.Run(program, bounds, woven, session =>
            OneExecution.Run(session with
            {
                HasOneWorker = schedule.OneWorker, HashOrder = schedule.HashOrder,
            }, schedule));

    /// <summary>The same for an asynchronous program.</summary>
    public static Verdict ExploreSome(
        Func<Task> program, Bounds? bounds = null, Assembly? woven = null) =>
        ExploreSome(Blocking(program, ref woven), bounds, woven);

    /// <summary>The same for an asynchronous program.</summary>
    public static Verdict Replay(
        Schedule schedule, Func<Task> program, Assembly? woven = null, Bounds? bounds = null) =>
        Replay(schedule, Blocking(program, ref woven), woven, bounds);

    private static Action Blocking(Func<Task> program, ref Assembly? woven)
    {
        ArgumentNullException.ThrowIfNull(program);
        woven ??= program.Method.Module.Assembly;
        return () => Models.AsyncBody.Run(program);
    }
}
