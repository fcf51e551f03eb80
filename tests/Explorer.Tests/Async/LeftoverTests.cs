using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Tasks that are left to themselves, each told in its own words.</summary>
public class LeftoverTests
{
    private static int s_count;

    [Test]
    public void A_failure_that_nobody_looks_at()
    {
        var verdict = Explorer.Explore(async () =>
        {
            _ = Fails();
            await Task.Yield();
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Unobserved, verdict.ToString());
        verdict.ToString().ReplaceLineEndings(" ").ShouldContain("nobody looked at it:");
    }

    [Test]
    public void A_failure_that_somebody_looks_at()
    {
        Proves(async () =>
        {
            var failing = Fails();
            try
            {
                await Task.WhenAll(failing, Task.CompletedTask);
            }
            catch (InvalidOperationException)
            {
            }
        });
        Proves(async () =>
        {
            var failing = Fails();
            while (!failing.IsCompleted) await Task.Yield();
            AsyncPrograms.Check(failing.Exception is not null);
        });
        Proves(() => ((Action)(() => Fails().Wait())).ShouldThrow<AggregateException>());
    }

    [Test]
    public void A_task_still_at_work_when_the_test_ends()
    {
        var verdict = Explorer.Explore(async () =>
        {
            _ = Counts();
            await Task.Yield();
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.LeftRunning, verdict.ToString());
        verdict.ToString().ShouldContain("Counts");
    }

    [Test]
    public void An_exception_in_async_void()
    {
        var verdict = Explorer.Explore(async () =>
        {
            FailsForNobody();
            await Task.Yield();
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.AsyncVoid, verdict.ToString());
        verdict.Failure.Site!.Value.File.ShouldBe("LeftoverTests.cs");
    }

    [Test]
    public void Blocking_on_the_thread_that_should_go_on()
    {
        var verdict = Explorer.Explore(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new OneThread());
            Counts().Wait();
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
        verdict.ToString().ReplaceLineEndings(" ").ShouldContain("sync over", Case.Insensitive, verdict.ToString());
    }

    [Test]
    public void Not_going_back_to_it() => Proves(() =>
    {
        SynchronizationContext.SetSynchronizationContext(new OneThread());
        Elsewhere().Wait();

        static async Task Elsewhere() => await Task.Run(() => { }).ConfigureAwait(false);
    });

    [Test]
    public void An_event_loop_makes_code_between_awaits_atomic() => Proves(() =>
    {
        var loop = new OneThread();
        SynchronizationContext.SetSynchronizationContext(loop);
        var count = 0;
        var both = Task.WhenAll(Add(), Add());
        while (!both.IsCompleted) loop.RunOne();
        AsyncPrograms.Check(count == 2);

        async Task Add()
        {
            await Task.Yield();
            count++;
        }
    });

    private static async Task Fails()
    {
        await Task.Yield();
        throw new InvalidOperationException("no");
    }

    private static async void FailsForNobody()
    {
        await Task.Yield();
        throw new InvalidOperationException("no");
    }

    private static async Task Counts()
    {
        await Task.Yield();
        s_count++;
    }

    private static void Proves(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static void Proves(Func<Task> program, Outcome outcome = Outcome.Proved)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(outcome, verdict.ToString());
    }

    /// <summary>A queue that its owner works off.</summary>
    private sealed class OneThread : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback, object?)> _queue = new();
        private readonly object _gate = new();

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_gate)
            {
                _queue.Enqueue((d, state));
                Monitor.Pulse(_gate);
            }
        }

        internal void RunOne()
        {
            (SendOrPostCallback, object?) next;
            lock (_gate)
            {
                while (_queue.Count == 0) Monitor.Wait(_gate);
                next = _queue.Dequeue();
            }
            next.Item1(next.Item2);
        }
    }
}
