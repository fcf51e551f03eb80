using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class CountdownEventFidelity
{
    [Test]
    public void Counted_down() => Script.Compare(s =>
    {
        var count = new CountdownEvent(3);
        s.Do("new(-1)", () => new CountdownEvent(-1));
        s.Do("Signal", () => count.Signal());
        s.Do("CurrentCount", () => count.CurrentCount);
        s.Do("InitialCount", () => count.InitialCount);
        s.Do("IsSet", () => count.IsSet);
        s.Do("Wait(0)", () => count.Wait(0));
        s.Do("Wait(5)", () => count.Wait(5));
        s.Do("Wait(-2)", () => count.Wait(-2));
        s.Do("Signal(0)", () => count.Signal(0));
        s.Do("Signal(3)", () => count.Signal(3));
        s.Do("AddCount", () => count.AddCount());
        s.Do("AddCount(0)", () => count.AddCount(0));
        s.Do("AddCount(max)", () => count.AddCount(int.MaxValue));
        s.Do("TryAddCount(2)", () => count.TryAddCount(2));
        s.Do("Signal(5)", () => count.Signal(5));
        s.Do("Signal, at zero", () => count.Signal());
        s.Do("AddCount, at zero", () => count.AddCount());
        s.Do("TryAddCount, at zero", () => count.TryAddCount());
        s.Do("Wait", () => count.Wait());
        s.Do("Wait(5 ms)", () => count.Wait(TimeSpan.FromMilliseconds(5)));
        s.Do("IsSet", () => count.IsSet);
    });

    [Test]
    public void Reset_and_disposed() => Script.Compare(s =>
    {
        var count = new CountdownEvent(1);
        count.Signal();
        s.Do("Reset", () => count.Reset());
        s.Do("CurrentCount", () => count.CurrentCount);
        s.Do("Reset(-1)", () => count.Reset(-1));
        s.Do("Reset(2)", () => count.Reset(2));
        s.Do("InitialCount", () => count.InitialCount);
        s.Do("Reset(0)", () => count.Reset(0));
        s.Do("IsSet", () => count.IsSet);
        s.Do("Dispose", () => count.Dispose());
        s.Do("Dispose again", () => count.Dispose());
        s.Do("IsSet, disposed", () => count.IsSet);
        s.Do("CurrentCount, disposed", () => count.CurrentCount);
        s.Do("Signal, disposed", () => count.Signal());
        s.Do("Signal(0), disposed", () => count.Signal(0));
        s.Do("AddCount, disposed", () => count.AddCount());
        s.Do("Reset(-1), disposed", () => count.Reset(-1));
        s.Do("Wait, disposed", () => count.Wait());
        s.Do("Wait(-2), disposed", () => count.Wait(-2));
    });
}
