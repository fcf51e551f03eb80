using System.Runtime.ExceptionServices;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// Threads that the explorer doesn't control, but that run woven code: unwoven code has handed them a
/// callback, with the execution context of an exploration. The callback comes at a time of its own,
/// so the exploration is refused, and the callback ends here.
/// </summary>
internal static class OtherThreads
{
    private static readonly AsyncLocal<Pulse?> Explored = new();
    private static bool s_isWatched;

    /// <summary>Runs an exploration, and marks the context that flows from it.</summary>
    internal static void Explore(Pulse pulse, Action exploration)
    {
        Watch();
        Explored.Value = pulse;
        exploration();
    }

    /// <summary>On a thread without an operation.</summary>
    internal static void EnsureNotExplored(string site)
    {
        if (!Volatile.Read(ref s_isWatched) || Explored.Value is not { } pulse) return;
        pulse.Outside ??= new("a call on a thread that is not explored",
            "library code has called this on a thread of its own: use Task.Run, or a Thread",
            Site.Parse(site));
        throw new Unwinding();
    }

    /// <summary>
    /// The exception that ends such a callback must not end the process. A process has one handler;
    /// if there is another already, that one decides.
    /// </summary>
    private static void Watch()
    {
        if (Interlocked.Exchange(ref s_isWatched, true)) return;
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(static e => e is Unwinding);
        }
        catch (InvalidOperationException)
        {
        }
    }
}
