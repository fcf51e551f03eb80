using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class EventFidelity
{
    [Test]
    public void ManualResetEventSlim_set_and_reset() => Script.Compare(s =>
    {
        var gate = new ManualResetEventSlim();
        s.Do("IsSet", () => gate.IsSet);
        s.Do("Wait(0)", () => gate.Wait(0));
        s.Do("Wait(5)", () => gate.Wait(5));
        s.Do("Wait(-2)", () => gate.Wait(-2));
        s.Do("Wait(-2 ms)", () => gate.Wait(TimeSpan.FromMilliseconds(-2)));
        s.Do("Set", () => gate.Set());
        s.Do("Set", () => gate.Set());
        s.Do("Wait", () => gate.Wait());
        s.Do("Wait(-2), set", () => gate.Wait(-2));
        s.Do("Wait(5 ms)", () => gate.Wait(TimeSpan.FromMilliseconds(5)));
        s.Do("Reset", () => gate.Reset());
        s.Do("IsSet", () => gate.IsSet);
        s.Do("new(true)", () => new ManualResetEventSlim(true).IsSet);
        s.Do("new(true, -1)", () => new ManualResetEventSlim(true, -1).IsSet);
        s.Do("Dispose", () => gate.Dispose());
        s.Do("Dispose again", () => gate.Dispose());
        s.Do("IsSet, disposed", () => gate.IsSet);
        s.Do("Wait, disposed", () => gate.Wait());
        s.Do("Wait(-2), disposed", () => gate.Wait(-2));
        s.Do("Wait(-2 ms), disposed", () => gate.Wait(TimeSpan.FromMilliseconds(-2)));
        s.Do("Reset, disposed", () => gate.Reset());
        s.Do("Set, disposed", () => gate.Set());
    });

    [Test]
    public void AutoResetEvent_lets_one_pass() => Script.Compare(s =>
    {
        var gate = new AutoResetEvent(true);
        s.Do("WaitOne", () => gate.WaitOne());
        s.Do("WaitOne(0)", () => gate.WaitOne(0));
        s.Do("WaitOne(5)", () => gate.WaitOne(5));
        s.Do("WaitOne(-2)", () => gate.WaitOne(-2));
        s.Do("Set", () => gate.Set());
        s.Do("Set", () => gate.Set());
        s.Do("WaitOne(5 ms)", () => gate.WaitOne(TimeSpan.FromMilliseconds(5)));
        s.Do("WaitOne(0)", () => gate.WaitOne(0));
        s.Do("Set", () => gate.Set());
        s.Do("Reset", () => gate.Reset());
        s.Do("WaitOne(0)", () => gate.WaitOne(0));
        s.Do("Dispose", () => gate.Dispose());
        s.Do("Close", () => gate.Close());
        s.Do("Set, closed", () => gate.Set());
        s.Do("Reset, closed", () => gate.Reset());
        s.Do("WaitOne, closed", () => gate.WaitOne());
        s.Do("WaitOne(-2), closed", () => gate.WaitOne(-2));
    });

    [Test]
    public void ManualResetEvent_lets_all_pass() => Script.Compare(s =>
    {
        using var gate = new ManualResetEvent(false);
        s.Do("WaitOne(0)", () => gate.WaitOne(0));
        s.Do("Set", () => gate.Set());
        s.Do("WaitOne", () => gate.WaitOne());
        s.Do("WaitOne(0)", () => gate.WaitOne(0));
        using var made = new EventWaitHandle(true, EventResetMode.AutoReset);
        s.Do("WaitOne, made", () => made.WaitOne());
        s.Do("WaitOne(0), made", () => made.WaitOne(0));
    });

    [Test]
    public void Several_handles() => Script.Compare(s =>
    {
        using var one = new AutoResetEvent(false);
        using var two = new AutoResetEvent(true);
        using var three = new ManualResetEvent(true);
        s.Do("WaitAny(null)", () => WaitHandle.WaitAny(null!));
        s.Do("WaitAny()", () => WaitHandle.WaitAny([]));
        s.Do("WaitAll()", () => WaitHandle.WaitAll([]));
        s.Do("WaitAny(.., null)", () => WaitHandle.WaitAny([two, null!]));
        s.Do("WaitAll twice the same", () => WaitHandle.WaitAll([two, two], 0));
        s.Do("WaitAny(.., -2)", () => WaitHandle.WaitAny([two], -2));
        s.Do("WaitAny([], -2)", () => WaitHandle.WaitAny([], -2));
        s.Do("65", () => WaitHandle.WaitAny(new WaitHandle[65]));
        s.Do("WaitAny", () => WaitHandle.WaitAny([one, two, three]));
        s.Do("WaitAny again", () => WaitHandle.WaitAny([one, two, three]));
        s.Do("WaitAll(0)", () => WaitHandle.WaitAll([three, one], 0));
        s.Do("WaitAll(5 ms)", () => WaitHandle.WaitAll([three, one], TimeSpan.FromMilliseconds(5)));
        one.Set();
        s.Do("WaitAll", () => WaitHandle.WaitAll([three, one]));
        s.Do("WaitAny(5)", () => WaitHandle.WaitAny([one, two], 5));
    });
}
