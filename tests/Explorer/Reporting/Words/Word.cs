namespace Interleavings.Reporting;

/// <summary>How one kind of event is told.</summary>
/// <param name="Does">In a diagram: A "reads" count.</param>
/// <param name="Did">In a sentence: A "read" count.</param>
/// <param name="Act">As a noun: A's "read".</param>
/// <param name="Wants">In a diagram, of an operation that waits to do it: A "wants" gate.</param>
/// <param name="Waits">In a sentence, of the same: A "waits for" gate.</param>
/// <param name="Arrow">Which way a value goes: → out of the variable, ← into it.</param>
readonly record struct Word(
    string Does, string Did, string Act, string Wants, string Waits, string Arrow = "→")
{
    public static Word For(EventKind kind) => kind switch
    {
        EventKind.Begin => new("begins", "began", "beginning", "begins", "waits to begin"),
        EventKind.End => new("ends", "ended", "end", "ends", "waits to end"),
        EventKind.Start => new("starts", "started", "start", "starts", "waits to start"),
        EventKind.Join => new("joins", "joined", "join", "joins", "waits for the end of"),
        EventKind.Alive => new("checks", "checked", "check", "checks", "waits to check"),
        EventKind.Read => new("reads", "read", "read", "reads", "waits to read"),
        EventKind.Write => new("writes", "wrote", "write", "writes", "waits to write", "←"),
        EventKind.VolatileRead => new("reads", "read", "read", "reads", "waits to read"),
        EventKind.VolatileWrite => new("writes", "wrote", "write", "writes", "waits to write", "←"),
        EventKind.Atomic => new("updates", "updated", "update", "updates", "waits to update", "←"),
        EventKind.Exchange => new("swaps", "swapped", "swap", "swaps", "waits to swap", "←"),
        EventKind.ObjectRead => new("reads", "read", "read", "reads", "waits to read"),
        EventKind.ObjectWrite => new("changes", "changed", "change", "changes", "waits to change", "←"),
        EventKind.AtomicRead => new("reads", "read", "read", "reads", "waits to read"),
        EventKind.AtomicWrite => new("changes", "changed", "change", "changes", "waits to change", "←"),
        EventKind.Put => new("adds to", "added to", "addition", "adds to", "waits to add to", "←"),
        EventKind.Take => new("takes", "took", "take", "wants", "waits to take from"),
        EventKind.AcquireShared => new("shares", "shared", "read lock", "wants", "waits to share"),
        EventKind.Acquire => new("takes", "took", "lock", "wants", "waits for"),
        EventKind.TryAcquire => new("tries", "tried", "try", "tries", "waits for"),
        EventKind.Release => new("frees", "freed", "release", "frees", "waits to free"),
        EventKind.Wait => new("waits at", "waited at", "wait", "waits at", "waits to wait at"),
        EventKind.Wake => new("wakes at", "woke at", "wake-up", "stays at", "waits at"),
        EventKind.Pulse => new("pulses", "pulsed", "pulse", "pulses", "waits to pulse"),
        EventKind.PulseAll => new("pulses", "pulsed", "pulse", "pulses", "waits to pulse"),
        EventKind.Arrive => new("reaches", "reached", "arrival", "reaches", "waits to reach"),
        EventKind.AwaitPhase => new("passes", "passed", "passing", "waits at", "waits at"),
        EventKind.Sleep => new("sleeps", "slept", "sleep", "sleeps", "sleeps"),
        EventKind.SetAlarm => new("awaits", "began to wait for", "wait", "waits for", "waits for"),
        EventKind.TimeOut => new("runs out", "ran out of time for", "time-out", "runs out", "waits for"),
        EventKind.SetTimer => new("sets", "set", "setting", "sets", "waits to set"),
        EventKind.GoOff => new("goes off", "went off:", "timer", "goes off", "waits for"),
        EventKind.Permit => new("enters", "entered", "entry", "wants", "waits for a permit of"),
        EventKind.Give => new("frees", "gave back", "release", "frees", "waits to free"),
        EventKind.Await => new("passes", "passed", "passing", "waits at", "waits at"),
        EventKind.Set => new("sets", "set", "set", "sets", "waits to set"),
        EventKind.Reset => new("resets", "reset", "reset", "resets", "waits to reset"),
        EventKind.Signal => new("counts", "counted", "count", "counts", "waits to count"),
        EventKind.Check => new("checks", "checked", "check", "checks", "waits to check"),
        EventKind.Dispose => new("disposes", "disposed", "disposal", "disposes", "waits to dispose"),
        EventKind.Suspend => new("pauses", "gave way", "pause", "pauses", "waits to give way"),
        EventKind.AwaitTask => new("awaits", "went on after", "await", "awaits", "waits for"),
        EventKind.Complete => new("finishes", "completed", "completion", "finishes", "waits to complete"),
        EventKind.Cancel => new("cancels", "cancelled", "cancellation", "cancels", "waits to cancel"),
        EventKind.Register => new("signs up", "registered at", "registration", "registers", "waits to register at"),
        EventKind.Unregister => new("leaves", "left", "departure", "leaves", "waits to leave"),
        EventKind.Tell => new("tells", "called back for", "callback", "calls back", "waits to call back"),
        EventKind.Spin => new("rereads", "reread", "read", "rereads", "rereads"),
        EventKind.UseType => new("uses", "used", "use", "wants", "waits for the initializer of"),
        EventKind.AwaitType => new("awaits", "waited for", "wait", "waits for", "waits for the initializer of"),
        EventKind.Initialized => new("sets up", "set up", "set-up", "sets up", "waits to set up"),
        EventKind.TakeThread => new(
            "begins", "began on a thread", "beginning",
            "wants a thread", "waits for a thread of the pool"),
        EventKind.ReturnThread => new(
            "pauses", "returned its thread", "pause", "pauses", "waits to return its thread"),
        EventKind.ReuseThread => new(
            "reuses", "came on a used thread for", "choice of a thread",
            "reuses", "waits for a thread for"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An event without a word."),
    };

    public static bool IsVolatile(EventKind kind) =>
        kind is EventKind.VolatileRead or EventKind.VolatileWrite;

    /// <summary>What happens to a variable, rather than to an object or a lock.</summary>
    public static bool IsOfVariable(EventKind kind) => IsVolatile(kind)
        || kind is EventKind.Read or EventKind.Write or EventKind.Atomic or EventKind.Exchange
            or EventKind.Spin;

    public static bool Writes(EventKind kind) => kind is EventKind.Write
        or EventKind.VolatileWrite or EventKind.Atomic or EventKind.Exchange or EventKind.ObjectWrite
        or EventKind.AtomicWrite;

    /// <summary>
    /// Events of an operation's life: they happen in every program and rarely explain a failure.
    /// </summary>
    public static bool IsLife(EventKind kind) =>
        kind is EventKind.Begin or EventKind.End or EventKind.Start or EventKind.Join
            or EventKind.TakeThread or EventKind.ReturnThread;

    /// <summary>Uses of types: the one address that they may share is no variable.</summary>
    public static bool IsOfType(EventKind kind) =>
        kind is EventKind.UseType or EventKind.AwaitType or EventKind.Initialized;

    public static bool IsLock(EventKind kind) =>
        kind is EventKind.Acquire or EventKind.AcquireShared or EventKind.TryAcquire
            or EventKind.Release;
}
