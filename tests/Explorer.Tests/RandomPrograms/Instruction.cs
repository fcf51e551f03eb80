namespace Interleavings.Tests.RandomPrograms;

/// <summary>
/// One step of a random program, and the next. A linked list of objects with read-only fields: its
/// interpretation adds no events to those of the step itself.
/// </summary>
internal sealed class Instruction
{
    internal readonly Kind Do;
    internal readonly int Operand;
    internal readonly Instruction? Next;

    internal Instruction(Kind kind, int operand, Instruction? next)
    {
        Do = kind;
        Operand = operand;
        Next = next;
    }

    internal enum Kind
    {
        Read,
        Write,
        Increment,
        VolatileRead,
        VolatileWrite,
        InterlockedDropped,
        InterlockedUsed,
        CompareExchange,
        Lock,
        LockTwo,
        LockObject,
        TryLock,
        Branch,
        SemaphoreWait,
        SemaphoreTryWait,
        SemaphoreRelease,
        Set,
        Reset,
        Await,
        AutoSet,
        AutoAwait,
        AutoTryAwait,
        MonitorWait,
        Pulse,
        PulseAll,
        CountDown,
        AwaitCount,
        ReadLock,
        WriteLock,
    }

    /// <summary>
    /// What to draw from. What waits comes once, so that most programs get somewhere; what wakes
    /// twice; what only sometimes waits, or never, three times.
    /// </summary>
    internal static IReadOnlyList<Kind> Urn { get; } =
        [.. Enum.GetValues<Kind>().SelectMany(kind => Enumerable.Repeat(kind, Weight(kind)))];

    private static int Weight(Kind kind) => kind switch
    {
        Kind.SemaphoreWait or Kind.Await or Kind.AutoAwait or Kind.MonitorWait or Kind.AwaitCount => 1,
        Kind.SemaphoreRelease or Kind.Set or Kind.AutoSet or Kind.Pulse or Kind.PulseAll
            or Kind.CountDown => 2,
        _ => 3,
    };

    public override string ToString() => $"{Do}({Operand})" + (Next is null ? "" : $" {Next}");
}
