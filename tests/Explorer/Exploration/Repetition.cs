using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// A failure is one of the schedule only if it comes again each time. A clock answers nearly the same
/// in each execution, because virtual time takes no time: so time is let pass.
/// </summary>
internal static class Repetition
{
    private const int Often = 20;

    /// <summary>Of virtual time, in milliseconds, that is let pass to see what a clock changes.</summary>
    private const int Longest = 2_000;

    /// <summary>How often an execution has to come out the same; often, where it asks chance.</summary>
    internal static int Times(Execution execution) => execution.Chances.Count > 0 ? Often : 1;

    /// <summary>Whether a failure comes again, each time where chance may play a part.</summary>
    /// <param name="execution">At its end: it failed.</param>
    /// <param name="isSame">Whether another one at its end fails as well.</param>
    internal static bool Fails(Session session, Execution execution, Func<Execution, bool> isSame)
    {
        if (execution.Chances.Count == 0) return true;
        var (kind, elapsed) = (execution.Fault?.Kind, execution.Elapsed);
        var isTimed = elapsed > 0 && execution.Chances.Any(IsClock);
        var given = new Given(Counting.Orders(execution.Trace));
        for (var i = 1; i < Often; i++)
        {
            if (!IsAgain(session.ReplayElsewhere(given, i))) return false;
        }
        return !isTimed || elapsed <= Longest && IsAgain(session.ReplayInTime(given));

        bool IsAgain(Execution again) => isSame(again) && again.Fault?.Kind == kind;
    }

    /// <summary>What a process adds to the hash codes of strings: other bits for each.</summary>
    internal static int Salt(int process) => unchecked((int)0x9E3779B9 * process);

    private static bool IsClock(Chance chance) =>
        chance.Member.StartsWith("System.DateTime", StringComparison.Ordinal)
        || chance.Member.StartsWith("System.Diagnostics.Stopwatch", StringComparison.Ordinal)
        || chance.Member.StartsWith("System.Environment.get_TickCount", StringComparison.Ordinal);
}
