namespace Interleavings.Scheduling;

/// <content>What is done without any event, and must come to an end all the same.</content>
public sealed partial class Execution
{
    /// <summary>The name of an object is kept until the execution is over.</summary>
    private const int RoundsOfAnObject = 50;

    /// <summary>As many rounds that change nothing are followed by others such.</summary>
    private const int SameRounds = 100_000;

    /// <summary>How often memory is looked at, in rounds; the first ones may each be large.</summary>
    private const int LookAtMemoryEvery = 64;

    /// <summary>Bytes from which on a few arrays or strings may fill the memory.</summary>
    private const int LargeArray = 1 << 20;

    private long _silentRounds;
    private long _objects;

    /// <summary>Of the silent rounds, those on end that left everything as it was.</summary>
    private long _sameRounds;

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
        if (_sameRounds == SameRounds)
        {
            NeverEnds(operation, FormattableString.Invariant($"{SameRounds:N0} rounds"), site);
            throw new Unwinding();
        }
        if (++_silentRounds <= _bounds.SilentRounds) return;
        NotEnded(operation, Limit.OfLoop(operation,
            FormattableString.Invariant($"{_bounds.SilentRounds:N0} rounds"), site));
        throw new Unwinding();
    }

    /// <summary>A round has ended in silence.</summary>
    /// <param name="isSame">Whether it left everything as it was.</param>
    internal void Silent(bool isSame) => _sameRounds = isSame ? _sameRounds + 1 : 0;

    /// <summary>Something was done that takes as long as that many rounds of a loop.</summary>
    internal void Costs(int rounds) => _silentRounds += rounds;

    /// <summary>There is an object that was not there before, or was not known.</summary>
    internal void Made(Operation operation, object made)
    {
        Costs(RoundsOfAnObject);
        if (++_objects % LookAtMemoryEvery == 0 || made is Array { Length: >= LargeArray })
            EnsureMemory(operation);
    }

    /// <summary>Whether it has asked for an array that no machine can make.</summary>
    internal bool AsksTooMuch { get; set; }

    /// <summary>Something large is about to be made: told before the runtime finds no room for it.</summary>
    internal void Makes(Operation operation, long bytes, string site)
    {
        if (bytes >= LargeArray) EnsureMemory(operation, bytes, site);
    }

    /// <summary>The call answers anew each time: if it decides what is done, nothing can be proved.</summary>
    internal void TookChance(Operation operation, string member, string site)
    {
        const int most = 3;
        var chance = operation.Chance = new Chance(member, Site.Parse(site));
        if (_chances.Count < most && !_chances.Contains(chance)) _chances.Add(chance);
    }

    /// <summary>What has been made is looked at first, which costs next to nothing.</summary>
    /// <param name="more">Bytes that are to be made.</param>
    private void EnsureMemory(Operation operation, long more = 0, string? site = null)
    {
        // To fill the memory may take long without any event.
        _pulse.Beat();
        const long step = 64 << 20;
        var allocated = GC.GetTotalAllocatedBytes() + more;
        if (allocated - _allocated < step) return;
        _allocated = allocated;
        var most = _pulse.MostMemory - more;
        if (GC.GetTotalMemory(false) <= most || InUse.Kept() <= most) return;
        throw Reach(Limit.OfMemory(operation, _pulse.MostKept, site ?? operation.LoopSite ?? operation.Seen));
    }
}
