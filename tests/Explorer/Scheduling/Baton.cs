namespace Interleavings.Scheduling;

/// <summary>What one thread waits for and others signal; signals are counted.</summary>
internal abstract class Baton
{
    /// <summary>
    /// Between threads on one core who waits must leave the core at once. Between cores it is worth
    /// while to look for the signal a while before that: to wake a thread there takes longer than the
    /// turn of another.
    /// </summary>
    internal static Baton New() =>
        Cores.CanKeep ? new BlockingBaton() : new SpinningBaton();

    /// <summary>Lets the thread that waits go on, or the next that will.</summary>
    internal abstract void Signal();

    /// <summary>Blocks until there is a signal, and takes it. For one thread at a time.</summary>
    internal abstract void Wait();
}
