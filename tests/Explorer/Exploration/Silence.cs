using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Recognises a call outside control that does not come back, without a clock: by how much processor time
/// the process uses while this thread does work of a fixed size. On a machine that is slow or busy, both
/// take longer.
/// </summary>
internal sealed class Silence
{
    /// <summary>Rounds of work on end in which nothing else did any.</summary>
    private const int IdleRounds = 16;

    /// <summary>As much work as so many rounds: many times what any call in a test has to do.</summary>
    private const int BusyRounds = 60;

    /// <summary>Where processor time can't be read, in looks of half a second each: ten minutes.</summary>
    private const int Looks = 1_200;

    /// <summary>Of a round's own time: what the runtime does beside, whatever the program does.</summary>
    private const int Noise = 10;

    private TimeSpan _atStart;
    private TimeSpan _last;
    private TimeSpan _own;
    private int _rounds;
    private int _idle;

    /// <summary>Something has happened.</summary>
    internal void Ends() => _rounds = _idle = 0;

    /// <summary>Nothing has happened since the last look.</summary>
    internal Quiet Look()
    {
        if (ProcessorTime.OfThisThread is not { } before)
            return ++_rounds < Looks ? Quiet.No : Quiet.Waits;
        if (_rounds++ == 0)
        {
            _atStart = _last = ProcessorTime.OfProcess - before;
            _own = default;
        }
        ControlWork.Do();
        var now = ProcessorTime.OfThisThread.Value;
        _own += now - before;
        var round = _own / _rounds;
        var others = ProcessorTime.OfProcess - now;
        _idle = others - _last < round / Noise ? _idle + 1 : 0;
        _last = others;
        return _idle >= IdleRounds ? Quiet.Waits
            : others - _atStart >= round * BusyRounds ? Quiet.Works
            : Quiet.No;
    }
}

/// <summary>What a call does that has not come back.</summary>
internal enum Quiet
{
    /// <summary>It may still come back.</summary>
    No,

    /// <summary>It does nothing, and nothing else goes on that could end it.</summary>
    Waits,

    /// <summary>It has done more than anything real has to do.</summary>
    Works,
}
