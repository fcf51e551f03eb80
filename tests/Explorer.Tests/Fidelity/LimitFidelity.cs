using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class LimitFidelity
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Wrong = TimeSpan.FromMilliseconds(-2);
    private static readonly TimeSpan Long = TimeSpan.FromDays(30);

    [Test]
    public void Monitor_with_limits() => Script.Compare(s =>
    {
        var gate = new object();
        var taken = false;
        s.Do("TryEnter(null, 5)", () => Monitor.TryEnter(null!, 5));
        s.Do("TryEnter(null, -2)", () => Monitor.TryEnter(null!, -2));
        s.Do("TryEnter(null, -2 ms)", () => Monitor.TryEnter(null!, Wrong));
        s.Do("TryEnter(-2)", () => Monitor.TryEnter(gate, -2));
        s.Do("TryEnter(30 days)", () => Monitor.TryEnter(gate, Long));
        s.Do("Wait, not held", () => Monitor.Wait(gate, 5));
        s.Do("Wait(null, -2)", () => Monitor.Wait(null!, -2));
        s.Do("Wait(null, -2 ms)", () => Monitor.Wait(null!, Wrong));
        s.Do("Wait(-2)", () => Monitor.Wait(gate, -2));
        s.Do("TryEnter(5)", () => Monitor.TryEnter(gate, 5));
        s.Do("TryEnter(5 ms)", () => Monitor.TryEnter(gate, Short));
        s.Do("TryEnter(5, ref)", () => Monitor.TryEnter(gate, 5, ref taken));
        s.Do("taken", () => taken);
        s.Do("TryEnter(5, ref true)", () => Monitor.TryEnter(gate, 5, ref taken));
        s.Do("TryEnter(-2, ref true)", () => Monitor.TryEnter(gate, -2, ref taken));
        s.Do("TryEnter(-2 ms, ref true)", () => Monitor.TryEnter(gate, Wrong, ref taken));
        s.Do("Wait(5)", () => Monitor.Wait(gate, 5));
        s.Do("Wait(0)", () => Monitor.Wait(gate, 0));
        s.Do("Wait(5 ms)", () => Monitor.Wait(gate, Short));
        for (var i = 0; i < 4; i++) s.Do("Exit", () => Monitor.Exit(gate));
    });

    [Test]
    public void Lock_with_limits() => Script.Compare(s =>
    {
        var gate = new Lock();
        s.Do("TryEnter(-2)", () => gate.TryEnter(-2));
        s.Do("TryEnter(-2 ms)", () => gate.TryEnter(Wrong));
        s.Do("TryEnter(30 days)", () => gate.TryEnter(Long));
        s.Do("TryEnter(5)", () => gate.TryEnter(5));
        s.Do("TryEnter(5 ms)", () => gate.TryEnter(Short));
        s.Do("Exit", () => gate.Exit());
        s.Do("Exit", () => gate.Exit());
        s.Do("Exit, no more", () => gate.Exit());
    });

    [Test]
    public void Threads_joined_and_asleep() => Script.Compare(s =>
    {
        var thread = new Thread(() => { });
        s.Do("Join, not started", () => thread.Join(5));
        s.Do("Join(-2), not started", () => thread.Join(-2));
        s.Do("Join(-2 ms)", () => thread.Join(Wrong));
        thread.Start();
        s.Do("Join", () => thread.Join());
        s.Do("Join(5)", () => thread.Join(5));
        s.Do("Join(0)", () => thread.Join(0));
        s.Do("Join(5 ms)", () => thread.Join(Short));
        s.Do("Sleep(-2)", () => Thread.Sleep(-2));
        s.Do("Sleep(-2 ms)", () => Thread.Sleep(Wrong));
        s.Do("Sleep(30 days)", () => Thread.Sleep(Long));
        s.Do("Sleep(0)", () => Thread.Sleep(0));
        s.Do("Sleep(5)", () => Thread.Sleep(5));
        s.Do("Sleep(5 ms)", () => Thread.Sleep(Short));
    });

    [Test]
    public void Timers() => Script.Compare(s =>
    {
        s.Do("new(null)", () => new Timer(null!).ToString());
        s.Do("new(null, 5)", () => new Timer(null!, null, 5, -1).ToString());
        s.Do("new(-2)", () => new Timer(_ => { }, null, -2, -1).ToString());
        s.Do("new(-1, -2)", () => new Timer(_ => { }, null, -1, -2).ToString());
        s.Do("new(-2L)", () => new Timer(_ => { }, null, -2L, -1L).ToString());
        s.Do("new(-2 ms)", () => new Timer(_ => { }, null, Wrong, Long).ToString());
        s.Do("new(100 days)", () => new Timer(_ => { }, null, TimeSpan.FromDays(100), Wrong).ToString());
        using var signal = new ManualResetEventSlim();
        var timer = new Timer(_ => signal.Set());
        s.Do("Change(-2)", () => timer.Change(-2, -1));
        s.Do("Change(5 ms, -2 ms)", () => timer.Change(Short, Wrong));
        s.Do("Change(30 days)", () => timer.Change(Long, Timeout.InfiniteTimeSpan));
        s.Do("Change(-1)", () => timer.Change(-1, -1));
        s.Do("Change(1)", () => timer.Change(1, -1));
        s.Do("Wait", () => signal.Wait());
        s.Do("Dispose", () => timer.Dispose());
        s.Do("Dispose", () => timer.Dispose());
        s.Do("Change, disposed", () => timer.Change(1, -1));
    });
}
