namespace Soundness.Real;

/// <summary>Yields and spins by chance before each access.</summary>
sealed class RandomRun(int seed) : Run
{
    int state = seed * 7919 + 1;

    protected override void Hold(int participant, int line) => Pause();

    public override void Pause()
    {
        // Threads may draw at once: it is chance all the same.
        var drawn = unchecked((uint)Interlocked.Add(ref state, -1640531527));
        drawn ^= drawn >> 15;
        drawn *= 2246822519;
        drawn ^= drawn >> 13;
        switch (drawn % 16)
        {
            case < 7: break;
            case < 11: Thread.SpinWait((int)(drawn >> 8) % 200 + 1); break;
            case < 14: Thread.Yield(); break;
            case 14: Thread.Sleep(0); break;
            default: Thread.SpinWait((int)(drawn >> 8) % 1500 + 1); break;
        }
    }
}
