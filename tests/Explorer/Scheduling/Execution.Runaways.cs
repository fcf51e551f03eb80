namespace Interleavings.Scheduling;

/// <content>What is done without any event, and must come to an end all the same.</content>
public sealed partial class Execution
{
    /// <summary>The name of an object is kept until the execution is over.</summary>
    private const int RoundsOfAnObject = 20;

    /// <summary>How often memory is looked at, in rounds; the first ones may each be large.</summary>
    private const int LookAtMemoryEvery = 64;

    /// <summary>Elements from which on a few arrays may fill the memory.</summary>
    private const int LargeArray = 1 << 20;

    private long _silentRounds;
    private long _objects;

    /// <summary>What there was when memory was looked at last: of all threads, since the start.</summary>
    private long _allocated;

    /// <summary>Rounds of loops in this execution, events or not.</summary>
    internal long Rounds { get; private set; }

    /// <summary>What is counted of what is done without any event.</summary>
    internal (long Rounds, long Silent) Effort
    {
        get => (Rounds, _silentRounds);
        set => (Rounds, _silentRounds) = value;
    }

    /// <summary>A loop goes round once more.</summary>
    internal void Round(Operation operation, string site)
    {
        if (IsOver) throw new Unwinding();
        operation.LoopSite = operation.Seen = site;
        operation.ChanceInLoop = operation.Chance;
        operation.Chance = null;
        Enter(operation, site);
    }

    /// <summary>A loop is entered, or goes round: ends it when that has happened too often in silence.</summary>
    internal void Enter(Operation operation, string site)
    {
        if (IsOver) throw new Unwinding();
        Rounds++;
        if ((Rounds & 0xFFF) == 0) _pulse.Beat();
        if (_silentRounds < LookAtMemoryEvery || Rounds % LookAtMemoryEvery == 0)
            EnsureMemory(operation);
        if (++_silentRounds <= _bounds.SilentRounds) return;
        NeverEnds(operation,
            FormattableString.Invariant($"it goes on after {_bounds.SilentRounds:N0} rounds"), site);
        throw new Unwinding();
    }

    /// <summary>Something was done that takes as long as that many rounds of a loop.</summary>
    internal void Costs(int rounds) => _silentRounds += rounds;

    /// <summary>There is an object that was not there before, or was not known.</summary>
    internal void Made(Operation operation, object made)
    {
        Costs(RoundsOfAnObject);
        if (++_objects % LookAtMemoryEvery == 0 || made is Array { Length: >= LargeArray })
            EnsureMemory(operation);
    }

    /// <summary>The call answers anew each time: if it decides what is done, nothing can be proved.</summary>
    internal void TookChance(Operation operation, string member, string site)
    {
        const int most = 3;
        var chance = operation.Chance = new Chance(member, Site.Parse(site));
        if (_chances.Count < most && !_chances.Contains(chance)) _chances.Add(chance);
    }

    /// <summary>What has been made is looked at first, which costs next to nothing.</summary>
    private void EnsureMemory(Operation operation)
    {
        // To fill the memory may take long without any event.
        _pulse.Beat();
        const long step = 64 << 20;
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocated < step) return;
        _allocated = allocated;
        if (GC.GetTotalMemory(false) <= _pulse.MostMemory) return;
        if (GC.GetTotalMemory(true) <= _pulse.MostMemory) return;
        throw Stop(new(FailureKind.MemoryFull, operation, FormattableString.Invariant(
            $"what was made and is still kept takes more than {_bounds.Memory >> 20:N0} MB"),
            null, operation.LoopSite ?? operation.Seen));
    }
}
