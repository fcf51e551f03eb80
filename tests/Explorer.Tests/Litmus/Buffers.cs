namespace Interleavings.Tests.Litmus;

/// <summary>Programs that wait for each other under a monitor.</summary>
internal static class Buffers
{
    /// <summary>A buffer with one slot; everybody waits in the same queue.</summary>
    internal static Action OneSlot(int producers, int consumers, bool pulseAll) => () =>
    {
        var buffer = new Slot(pulseAll);
        Threads.Run(producers + consumers, i =>
        {
            if (i < producers) buffer.Put();
            else buffer.Take();
        });
    };

    /// <summary>One waits for a flag, the other raises it.</summary>
    internal static Action Flagged(int waiters, bool pulseAll) => () =>
    {
        var gate = new object();
        var isUp = false;
        Threads.Run(waiters + 1, i =>
        {
            lock (gate)
            {
                if (i < waiters)
                {
                    while (!isUp) Monitor.Wait(gate);
                    return;
                }
                isUp = true;
                if (pulseAll) Monitor.PulseAll(gate);
                else Monitor.Pulse(gate);
            }
        });
    };

    /// <summary>Nothing remembers that the pulse has come.</summary>
    internal static Action Forgetful() => () =>
    {
        var gate = new object();
        Threads.Run(
            () => { lock (gate) Monitor.Wait(gate); },
            () => { lock (gate) Monitor.Pulse(gate); });
    };

    private sealed class Slot(bool pulseAll)
    {
        private readonly object _gate = new();
        private bool _isFull;

        internal void Put() => Change(full: true);

        internal void Take() => Change(full: false);

        private void Change(bool full)
        {
            lock (_gate)
            {
                while (_isFull == full) Monitor.Wait(_gate);
                _isFull = full;
                if (pulseAll) Monitor.PulseAll(_gate);
                else Monitor.Pulse(_gate);
            }
        }
    }
}
