using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class TimeFidelity
{
    [Test]
    public void Of_the_system() => Script.Compare(s =>
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var then = time.GetUtcNow();
        s.Do("Delay", () => Task.Delay(TimeSpan.FromMilliseconds(20), time).Wait(-1));
        s.Do("elapsed", () => time.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(15));
        s.Do("now", () => time.GetUtcNow() - then >= TimeSpan.FromMilliseconds(15));
        s.Do("between", () => time.GetElapsedTime(0, time.TimestampFrequency));
        s.Do("zone", () => time.GetLocalNow().Offset == time.LocalTimeZone.GetUtcOffset(time.GetLocalNow()));
        s.Do("timer", () =>
        {
            var rang = new TaskCompletionSource<object?>();
            using var timer = time.CreateTimer(rang.SetResult, "x", TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            return $"{rang.Task.Result} {timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)}";
        });
        s.Do("null", () => Task.Delay(TimeSpan.Zero, null!));
        s.Do("source", () => Task.Delay(-1, new CancellationTokenSource(
            TimeSpan.FromMilliseconds(1), time).Token).Wait(-1));
    });

    [Test]
    public void Of_ones_own() => Script.Compare(s =>
    {
        var time = new Manual();
        var delay = Task.Delay(TimeSpan.FromSeconds(1), time);
        var wait = new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromSeconds(2), time);
        var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), time);
        s.Do("before", () => $"{delay.IsCompleted} {wait.IsCompleted} {source.IsCancellationRequested}");
        time.Go(1);
        s.Do("one", () => $"{delay.IsCompleted} {wait.IsCompleted} {time.GetTimestamp()}");
        time.Go(2);
        s.Do("two", () => $"{wait.IsFaulted} {source.IsCancellationRequested} {time.GetElapsedTime(0)}");
        s.Do("its failure", () => wait.GetAwaiter().GetResult());
        time.Go(3);
        s.Do("three", () => source.IsCancellationRequested);
    });

    private sealed class Manual : TimeProvider
    {
        private readonly List<(TimeSpan Due, Action Ring)> _timers = [];
        private TimeSpan _now;

        public override long GetTimestamp() => _now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override ITimer CreateTimer(
            TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((_now + dueTime, () => callback(state)));
            return new Timer();
        }

        internal void Go(int seconds)
        {
            _now = TimeSpan.FromSeconds(seconds);
            foreach (var (due, ring) in _timers.ToArray())
            {
                if (due == _now) ring();
            }
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
