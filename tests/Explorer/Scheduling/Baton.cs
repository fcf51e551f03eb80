namespace Interleavings.Scheduling;

/// <summary>
/// What lets one thread go on where another has stopped. The one who waits looks for it for a while
/// before it sleeps, because most turns are shorter than it takes the machine to wake a thread.
/// </summary>
internal sealed class Baton
{
    private const int Absent = 0, Passed = 1, Awaited = 2;

    /// <summary>Some 20 us of looking; none where only one thread can run at a time.</summary>
    private static readonly int Looks = Environment.ProcessorCount > 1 ? 500 : 0;

    private readonly SemaphoreSlim _asleep = new(0);
    private volatile int _state;

    /// <summary>Once for each <see cref="Take"/>.</summary>
    internal void Pass()
    {
        if (Interlocked.Exchange(ref _state, Passed) == Awaited) _asleep.Release();
    }

    /// <summary>Blocks until it is passed.</summary>
    internal void Take()
    {
        for (var i = 0; i < Looks && _state != Passed; i++) Thread.SpinWait(1);
        if (_state != Passed && Interlocked.CompareExchange(ref _state, Awaited, Absent) == Absent)
            _asleep.Wait();
        _state = Absent;
    }
}
