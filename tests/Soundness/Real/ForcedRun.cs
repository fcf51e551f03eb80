namespace Soundness.Real;

/// <summary>
/// Opens the gates in a given order, each after the access before it. After the last one, all gates
/// are open.
/// </summary>
sealed class ForcedRun(IReadOnlyList<Passage> order) : Run
{
    /// <summary>
    /// A thread that sleeps for so long waits in a primitive. One that isn't given a processor doesn't
    /// sleep: then the others wait for it, however long that takes.
    /// </summary>
    static readonly TimeSpan blocked = TimeSpan.FromMilliseconds(30);

    /// <summary>If the next one reaches no gate for so long, the order doesn't fit.</summary>
    static readonly TimeSpan lost = TimeSpan.FromMilliseconds(500);

    readonly object gate = new();
    int next, performing = -1;
    Thread? performer;
    long since;

    /// <summary>Whether the whole order has been followed.</summary>
    public bool IsFollowed { get; private set; } = order.Count == 0;

    /// <summary>Whether the program has gone another way than the order.</summary>
    public bool HasLeft { get; private set; }

    protected override void Hold(int participant, int line)
    {
        lock (gate)
        {
            if (performing == participant) performing = -1;
            Monitor.PulseAll(gate);
            var began = Environment.TickCount64;
            while (!IsGivenUp && !IsFollowed && !HasLeft)
            {
                if (performing >= 0 && Since(since) > blocked && Sleeps(performer!)) performing = -1;
                if (performing < 0 && order[next] == new Passage(participant, line)) break;
                if (performing < 0 && Since(Math.Max(since, began)) > lost) HasLeft = true;
                Monitor.Wait(gate, 5);
            }
            if (IsFollowed || HasLeft) return;
            performing = participant;
            performer = Thread.CurrentThread;
            since = Environment.TickCount64;
            IsFollowed = ++next == order.Count;
            Monitor.PulseAll(gate);
        }
    }

    static bool Sleeps(Thread thread) => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    static TimeSpan Since(long ticks) => TimeSpan.FromMilliseconds(Environment.TickCount64 - ticks);

    public override void End(int participant)
    {
        lock (gate)
        {
            if (performing == participant) performing = -1;
            Monitor.PulseAll(gate);
        }
    }
}

/// <summary>A participant passes the gate of a line.</summary>
readonly record struct Passage(int Participant, int Line);
