using System.Threading.Channels;
using NUnit.Framework;
using Shouldly;
using static Interleavings.Tests.Async.Places;

namespace Interleavings.Tests.Async;

/// <summary>A wait with a place of its own, or for a tick, that others end: by release, token or disposal.</summary>
public class EndedWaitTests
{
    /// <summary>Two who wait for the same, in one context, and two who let one go on.</summary>
    [Test]
    public void Two_are_posted_by_two()
    {
        ExploresAll(() =>
        {
            var loop = new Loop();
            var permits = new SemaphoreSlim(0);
            var last = 0;
            Task one = In(loop, () => Waits(1)), two = In(loop, () => Waits(2));
            Task.WaitAll(Task.Run(() => permits.Release()), Task.Run(() => permits.Release()));
            loop.Drain();
            AsyncPrograms.Check(one.IsCompleted && two.IsCompleted && last > 0);

            async Task Waits(int number)
            {
                await permits.WaitAsync();
                last = number;
            }
        });
    }

    /// <summary>What a release touches is who waits by then, whenever it was announced.</summary>
    [Test]
    public void One_waits_in_the_midst_of_two_releases()
    {
        ExploresAll(() =>
        {
            var (permits, other) = (new SemaphoreSlim(0), 0);
            var waits = permits.WaitAsync();
            Thread one = new(() => permits.Release()), two = new(() =>
            {
                Volatile.Write(ref other, 1);
                permits.Release();
            });
            one.Start();
            two.Start();
            _ = Volatile.Read(ref other);
            _ = waits.IsCompleted;
            one.Join();
            two.Join();
            AsyncPrograms.Check(waits.IsCompleted && permits.CurrentCount == 1);
        });
    }

    private static IEnumerable<TestCaseData> Ends()
    {
        yield return End("a semaphore, or time is up", async token =>
        {
            using var permits = new SemaphoreSlim(0);
            return await permits.WaitAsync(10, token);
        });
        yield return End("a channel", async token =>
        {
            var channel = Channel.CreateUnbounded<int>();
            return await channel.Reader.WaitToReadAsync(token);
        });
        yield return End("a channel's items", async token =>
        {
            var channel = Channel.CreateUnbounded<int>();
            await foreach (var item in channel.Reader.ReadAllAsync(token)) AsyncPrograms.Check(item == 0);
            return true;
        });
        yield return End("a source, later", async token =>
        {
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await ready.Task.WaitAsync(token);
            return true;
        });
        yield return End("all and any", async token =>
        {
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = token.Register(() => ready.TrySetCanceled(token));
            await Task.WhenAll(Task.WhenAny(ready.Task, Task.Delay(-1)), ready.Task);
            return true;
        });
        yield return End("a tick", async token =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            return await timer.WaitForNextTickAsync(token);
        });
    }

    /// <summary>Nothing is lost in a context, whoever ends the wait.</summary>
    [TestCaseSource(nameof(Ends))]
    public void Comes_back_when_it_is_cancelled(Func<CancellationToken, Task<bool>> waits)
    {
        ExploresAll(() =>
        {
            var loop = new Loop();
            var source = new CancellationTokenSource();
            var cancels = Task.Run(source.Cancel);
            var all = In(loop, () => waits(source.Token));
            cancels.Wait();
            loop.RunUntil(all);
            _ = all.Exception;
        });
    }

    /// <summary>Who waits is run by who cancels, too, and may keep it from going on.</summary>
    [TestCase(true), TestCase(false)]
    public void Who_ends_a_wait_for_a_tick_runs_what_follows(bool disposes)
    {
        var verdict = Explorer.Explore(() =>
        {
            var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
            var source = new CancellationTokenSource();
            var gate = new ManualResetEventSlim();
            var all = Waits();
            if (disposes) timer.Dispose();
            else source.Cancel();
            gate.Set();
            all.Wait();

            async Task Waits()
            {
                try
                {
                    await timer.WaitForNextTickAsync(source.Token);
                }
                catch (OperationCanceledException)
                {
                    // As it is meant to be.
                }
                gate.Wait();
            }
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    /// <summary>Who has announced to dispose of a timer ends whichever wait there is by then.</summary>
    [Test]
    public void Two_ticks_may_come_before_the_timer_is_disposed_of()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            var disposes = Task.Run(timer.Dispose);
            var (_, second) = (await timer.WaitForNextTickAsync(), await timer.WaitForNextTickAsync());
            await disposes;
            AsyncPrograms.Check(!second);
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCase(true), TestCase(false)]
    public void Two_waits_for_a_tick_against_who_disposes(bool hasContext)
    {
        ExploresAll(() =>
        {
            var context = hasContext ? new Loop() : null;
            var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            var last = 0;
            var disposing = new Thread(() => { timer.Dispose(); Volatile.Write(ref last, 2); });
            disposing.Start();
            _ = In(context, async () =>
            {
                await timer.WaitForNextTickAsync();
                await timer.WaitForNextTickAsync();
                Volatile.Write(ref last, 3);
            });
            disposing.Join();
            context?.Drain();
        }, Outcome.Broken);
    }

    private static TestCaseData End(string name, Func<CancellationToken, Task<bool>> waits) =>
        new TestCaseData(waits).SetArgDisplayNames(name);
}
