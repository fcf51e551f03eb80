namespace Interleavings.Scheduling;

/// <summary>
/// What an observer on another thread sees of an exploration: that it goes on, and who runs. The
/// only thing here that two threads touch at once.
/// </summary>
internal sealed class Pulse
{
    private long _beats;
    private volatile Operation? _running;
    private volatile bool _abandoned;

    internal long Beats => Volatile.Read(ref _beats);

    internal Operation? Running => _running;

    /// <summary>Set when nobody waits for the exploration any more: what is left unwinds itself.</summary>
    internal bool IsAbandoned => _abandoned;

    internal void Beat() => Volatile.Write(ref _beats, _beats + 1);

    internal void Runs(Operation operation) => _running = operation;

    internal void Abandon() => _abandoned = true;
}
