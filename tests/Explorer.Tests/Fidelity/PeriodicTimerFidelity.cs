using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class PeriodicTimerFidelity
{
    [Test]
    public void Ticks() => Script.Compare(s =>
    {
        s.Do("new(0)", () => new PeriodicTimer(TimeSpan.Zero));
        var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        s.Do("Period", () => timer.Period);
        s.Do("tick", () => timer.WaitForNextTickAsync().AsTask().Result);
        s.Do("tick", () => timer.WaitForNextTickAsync().AsTask().Result);
        s.Do("cancelled", () => timer.WaitForNextTickAsync(new CancellationToken(true)).AsTask().Status);
        s.Do("Period = 0", () => timer.Period = TimeSpan.Zero);
        s.Do("Period = never", () => timer.Period = Timeout.InfiniteTimeSpan);
        var source = new CancellationTokenSource();
        var waits = Drained(timer).WaitForNextTickAsync(source.Token).AsTask();
        s.Do("a second wait", () => timer.WaitForNextTickAsync().AsTask());
        source.Cancel();
        s.Do("cancelled", () => waits.Result);
        var last = timer.WaitForNextTickAsync().AsTask();
        timer.Dispose();
        s.Do("disposed", () => last.Result);
        s.Do("disposed", () => timer.WaitForNextTickAsync().AsTask().Result);
    });

    /// <summary>A tick that came before the period was changed is still to be had.</summary>
    private static PeriodicTimer Drained(PeriodicTimer timer)
    {
        var source = new CancellationTokenSource();
        var tick = timer.WaitForNextTickAsync(source.Token).AsTask();
        source.Cancel();
        tick.ContinueWith(_ => { }).Wait(-1);
        return timer;
    }
}
