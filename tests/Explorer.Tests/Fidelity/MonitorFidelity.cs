using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class MonitorFidelity
{
    [Test]
    public void Enter_and_Exit() => Script.Compare(s =>
    {
        var gate = new object();
        var taken = false;
        s.Do("Enter(null)", () => Monitor.Enter(null!));
        s.Do("Exit(null)", () => Monitor.Exit(null!));
        s.Do("Exit, not held", () => Monitor.Exit(gate));
        s.Do("IsEntered(null)", () => Monitor.IsEntered(null!));
        s.Do("IsEntered, free", () => Monitor.IsEntered(gate));
        s.Do("Enter", () => Monitor.Enter(gate, ref taken));
        s.Do("taken", () => taken);
        s.Do("Enter, taken already", () => Monitor.Enter(gate, ref taken));
        s.Do("Enter(null), taken already", () => Monitor.Enter(null!, ref taken));
        s.Do("TryEnter again", () => Monitor.TryEnter(gate));
        s.Do("TryEnter(null)", () => Monitor.TryEnter(null!));
        s.Do("Exit", () => Monitor.Exit(gate));
        s.Do("IsEntered, once", () => Monitor.IsEntered(gate));
        s.Do("Exit, last", () => Monitor.Exit(gate));
        s.Do("IsEntered, no more", () => Monitor.IsEntered(gate));
        s.Do("Exit, once too often", () => Monitor.Exit(gate));
    });

    [Test]
    public void Wait_and_Pulse() => Script.Compare(s =>
    {
        var gate = new object();
        s.Do("Wait(null)", () => Monitor.Wait(null!));
        s.Do("Pulse(null)", () => Monitor.Pulse(null!));
        s.Do("PulseAll(null)", () => Monitor.PulseAll(null!));
        s.Do("Wait, not held", () => Monitor.Wait(gate));
        s.Do("Pulse, not held", () => Monitor.Pulse(gate));
        s.Do("PulseAll, not held", () => Monitor.PulseAll(gate));
        lock (gate)
        {
            s.Do("Pulse, nobody waits", () => Monitor.Pulse(gate));
            s.Do("PulseAll, nobody waits", () => Monitor.PulseAll(gate));
        }
    });
}
