namespace Soundness.Real;

/// <summary>
/// Ends a run that hangs: a thread that spins fails at its next gate, and the thread that waits for
/// it is interrupted.
/// </summary>
sealed class Watchdog : IDisposable
{
    /// <summary>A thread that spins passes gates; a program of this size needs far fewer.</summary>
    const long MostArrivals = 2_000_000;

    static readonly Timer timer = new(_ => current?.Look());

    static volatile Watchdog? current;

    readonly Thread thread = Thread.CurrentThread;
    readonly Run run;
    readonly bool isStrict;
    readonly Lock gate = new();
    long arrivals = -1;
    bool isOver;

    Watchdog(Run run, bool isStrict) => (this.run, this.isStrict) = (run, isStrict);

    /// <param name="patience">The longest time without an arrival at a gate.</param>
    public static Watchdog Over(Run run, TimeSpan patience)
    {
        var watchdog = new Watchdog(run, run is ForcedRun);
        current = watchdog;
        timer.Change(patience, patience);
        return watchdog;
    }

    void Look()
    {
        lock (gate)
        {
            if (isOver) return;
            var now = run.Arrivals;
            if (now == arrivals || now > MostArrivals || isStrict && arrivals >= 0)
            {
                run.GiveUp();
                thread.Interrupt();
            }
            arrivals = now;
        }
    }

    public void Dispose()
    {
        lock (gate) isOver = true;
        current = null;
        try
        {
            // An interruption that came too late must not meet what comes next.
            if (arrivals >= 0) Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
