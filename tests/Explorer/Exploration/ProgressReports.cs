using System.Diagnostics;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Tells how far an exploration has come, every other second. On the thread that watches it: the
/// exploration itself only answers when it is asked.
/// </summary>
internal sealed class ProgressReports(Session session)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private TimeSpan _next = Every;

    /// <summary>Called now and then.</summary>
    internal void Look()
    {
        if (session.Bounds.Progress is not { } listener) return;
        if (session.Pulse.Answer is { } answer)
        {
            session.Pulse.Answer = null;
            listener.Report(answer with
            {
                PerSecond = answer.Executions / _since.Elapsed.TotalSeconds,
            });
        }
        if (_since.Elapsed < _next) return;
        _next += Every;
        session.Pulse.IsAsked = true;
    }
}
