using System.Runtime.CompilerServices;

namespace Interleavings.Scheduling;

/// <summary>
/// What an observer on another thread sees of an exploration: that it goes on, and who runs. The
/// only thing here that two threads touch at once.
/// </summary>
internal sealed class Pulse
{
    private long _beats;
    private volatile Operation? _running;
    private volatile Refusal? _outside;
    private volatile bool _abandoned;
    private volatile bool _asked;
    private volatile int _core = Cores.ForCaller();
    private volatile StrongBox<Progress>? _answer;

    internal long Beats => Volatile.Read(ref _beats);

    internal Operation? Running => _running;

    /// <summary>Set when nobody waits for the exploration any more: what is left unwinds itself.</summary>
    internal bool IsAbandoned => _abandoned;

    /// <summary>Whether somebody wants to know how far the exploration has come.</summary>
    internal bool IsAsked
    {
        get => _asked;
        set => _asked = value;
    }

    /// <summary>How far it has come, once it has answered; without a rate.</summary>
    internal Progress? Answer
    {
        get => _answer?.Value;
        set => _answer = value is { } answer ? new(answer) : null;
    }

    /// <summary>Where its threads are to run: at first, where the one runs that waits for it.</summary>
    internal int Core
    {
        get => _core;
        set => _core = value;
    }

    /// <summary>Bytes that may be in use in all.</summary>
    internal long MostMemory { get; init; } = long.MaxValue;

    /// <summary>Of these, what the program itself may keep.</summary>
    internal long MostKept { get; init; } = long.MaxValue;

    /// <summary>Bytes in use when the exploration began.</summary>
    internal long InUseBefore { get; init; }

    /// <summary>Bytes that the explorer may keep for itself.</summary>
    internal long MostOwn { get; init; } = long.MaxValue;

    private long _allocated;

    /// <summary>
    /// Between two executions: whether the explorer itself keeps too much. What the program has made is
    /// let go first.
    /// </summary>
    internal bool HasFilledMemory(Execution execution)
    {
        const long step = 64 << 20;
        if (GC.GetTotalMemory(false) - InUseBefore < MostOwn) return false;
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocated < step) return false;
        _allocated = allocated;
        execution.Memory.LetGo();
        return InUse.Kept() - InUseBefore >= MostOwn;
    }

    /// <summary>Why all is refused: woven code ran on a thread that isn't explored.</summary>
    internal Refusal? Outside
    {
        get => _outside;
        set => _outside = value;
    }

    internal void Beat() => Volatile.Write(ref _beats, _beats + 1);

    internal void Runs(Operation operation) => _running = operation;

    /// <summary>An execution is over: until the next, the explorer itself is at work.</summary>
    internal void Rests() => _running = null;

    internal void Abandon() => _abandoned = true;
}
