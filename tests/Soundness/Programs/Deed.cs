namespace Soundness.Programs;

/// <summary>What an access does, at one scheduling point.</summary>
public enum Deed
{
    Read,
    Write,
    Exchange,
    Increment,
    CompareExchange,

    /// <summary>A plain variable; its lock is held.</summary>
    ReadPlain,
    WritePlain,

    WaitPermit,
    TryPermit,
    TryPermitTimed,
    ReleasePermit,

    SetEvent,
    ResetEvent,
    AwaitEvent,
    AwaitEventTimed,
    IsEventSet,

    Enqueue,
    TryDequeue,
    CountQueue,

    /// <summary>A task completion source, whose continuations run elsewhere.</summary>
    Complete,
    AwaitCompletion,
    IsCompleted,

    /// <summary>Of a monitor; its lock is held.</summary>
    Pulse,
    PulseAll,
    WaitForPulse,
    WaitForPulseTimed,

    /// <summary>A static that another type initializes at its first use.</summary>
    ReadStatic,

    /// <summary>A variable of the thread that happens to run the task.</summary>
    ReadOwn,
    WriteOwn,

    /// <summary>A method of an unwoven assembly: it reads a static, then writes it.</summary>
    CallUnwoven,

    Yield,
    Sleep,
    Spin,

    /// <summary>Those of an async method: the rest may run on another thread.</summary>
    AwaitYield,
    AwaitDelay,
}
