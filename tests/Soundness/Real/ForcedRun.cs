namespace Soundness.Real;

/// <summary>
/// Lets the gates be passed in a given order, each when the access before has been performed. After
/// the last of them, all gates are open.
/// </summary>
sealed class ForcedRun(IReadOnlyList<Passage> order) : Run
{
    /// <summary>Who doesn't come to another gate for so long waits in a primitive.</summary>
    static readonly TimeSpan blocked = TimeSpan.FromMilliseconds(30);

    /// <summary>The next in the order doesn't come: it has gone another way.</summary>
    static readonly TimeSpan lost = TimeSpan.FromMilliseconds(500);

    readonly object gate = new();
    int next, performing = -1;
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
                if (performing >= 0 && Environment.TickCount64 - since > blocked.TotalMilliseconds) performing = -1;
                if (performing < 0 && order[next] == new Passage(participant, line)) break;
                if (Environment.TickCount64 - Math.Max(since, began) > lost.TotalMilliseconds) HasLeft = true;
                Monitor.Wait(gate, 5);
            }
            if (IsFollowed || HasLeft) return;
            performing = participant;
            since = Environment.TickCount64;
            IsFollowed = ++next == order.Count;
            Monitor.PulseAll(gate);
        }
    }

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
