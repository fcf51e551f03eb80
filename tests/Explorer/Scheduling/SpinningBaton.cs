namespace Interleavings.Scheduling;

/// <summary>Asks again and again for a while before it blocks.</summary>
internal sealed class SpinningBaton : Baton
{
    private readonly SemaphoreSlim _signals = new(0);

    internal override void Signal() => _signals.Release();

    internal override void Wait() => _signals.Wait();
}
