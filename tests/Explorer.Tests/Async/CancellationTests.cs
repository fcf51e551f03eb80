using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Cancellation against whatever it meets, in every order.</summary>
public class CancellationTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        // Asked before or after.
        yield return Case("asked", 2, async () =>
        {
            var source = new CancellationTokenSource();
            var token = source.Token;
            var asks = Task.Run(() => token.IsCancellationRequested);
            source.Cancel();
            await asks;
        });
        // Before, and it is told; after, and it calls back itself; between, while it waits.
        yield return Case("registered", 2, async () =>
        {
            var source = new CancellationTokenSource();
            var token = source.Token;
            var registers = Task.Run(() => { token.Register(() => { }); });
            source.Cancel();
            await registers;
        });
        // Cancelled before, between and after: or told, and running while it is taken back.
        yield return Case("taken back", null, async () =>
        {
            var source = new CancellationTokenSource();
            var registration = source.Token.Register(() => { });
            var leaves = Task.Run(() => registration.Dispose());
            source.Cancel();
            await leaves;
        });
        yield return Case("by the clock", 2, async () =>
        {
            var source = new CancellationTokenSource(10);
            var token = source.Token;
            var asks = Task.Run(() => token.IsCancellationRequested);
            await asks;
        });
        yield return Case("a delay", null, async () =>
        {
            var source = new CancellationTokenSource();
            var delay = Task.Delay(10, source.Token);
            source.Cancel();
            try { await delay; }
            catch (TaskCanceledException) { }
        });
        yield return Case("a permit", null, async () =>
        {
            var source = new CancellationTokenSource();
            var semaphore = new SemaphoreSlim(0);
            var permit = semaphore.WaitAsync(source.Token);
            var releases = Task.Run(() => semaphore.Release());
            source.Cancel();
            try { await permit; }
            catch (OperationCanceledException) { }
            await releases;
        });
        yield return Case("a permit, blocking", null, async () =>
        {
            var source = new CancellationTokenSource();
            var semaphore = new SemaphoreSlim(0);
            var token = source.Token;
            var cancels = Task.Run(() => source.Cancel());
            var releases = Task.Run(() => semaphore.Release());
            try { semaphore.Wait(token); }
            catch (OperationCanceledException) { }
            await Task.WhenAll(cancels, releases);
        });
        yield return Case("linked", null, async () =>
        {
            var (one, two) = (new CancellationTokenSource(), new CancellationTokenSource());
            var both = CancellationTokenSource.CreateLinkedTokenSource(one.Token, two.Token);
            var token = both.Token;
            var asks = Task.Run(() => token.IsCancellationRequested);
            var cancels = Task.Run(() => one.Cancel());
            two.Cancel();
            await Task.WhenAll(asks, cancels);
        });
        yield return Case("a task that has not begun", null, async () =>
        {
            var source = new CancellationTokenSource();
            var task = Task.Run(() => 1, source.Token);
            source.Cancel();
            try { await task; }
            catch (TaskCanceledException) { }
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void Explores_what_there_is(int? traces, Func<Task> program)
    {
        Action body = () => AsyncBody.Run(program);
        var found = TraceCounting.Optimal(body);
        var oracle = Search.Explore(new SleepSets(), body, found.IsExact);

        TestContext.Out.WriteLine($"{found.Traces.Count} traces");
        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        found.Redundant.ShouldBe(0);
        if (traces is { } expected) found.Traces.Count.ShouldBe(expected);
        Explorer.Explore(program).Outcome.ShouldBe(Outcome.Proved, Explorer.Explore(program).ToString());
    }

    [Test]
    public void The_clock_against_the_end_of_the_work_in_both_orders()
    {
        foreach (var isCancelled in new[] { false, true })
        {
            var verdict = Explorer.Explore(async () =>
            {
                using var source = new CancellationTokenSource();
                var done = new TaskCompletionSource();
                source.Token.Register(() => done.TrySetCanceled());
                source.CancelAfter(10);
                var work = Task.Run(() => done.TrySetResult());
                await done.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await work;
                AsyncPrograms.Check(done.Task.IsCanceled != isCancelled);
            });
            verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        }
    }

    [Test]
    public void A_callback_runs_inside_the_call_that_cancels()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new Lock();
            var source = new CancellationTokenSource();
            var token = source.Token;
            token.Register(() => { lock (gate) { } });
            var thread = new Thread(() => { lock (gate) token.Register(() => { }).Dispose(); });
            thread.Start();
            lock (gate) source.Cancel();
            thread.Join();
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    /// <summary>Dispose waits for a callback that runs elsewhere: while it holds what that needs.</summary>
    [Test]
    public void Taking_back_under_the_lock_that_the_callback_wants()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new Lock();
            var source = new CancellationTokenSource();
            var registration = source.Token.Register(() => { lock (gate) { } });
            var thread = new Thread(() => { lock (gate) registration.Dispose(); });
            thread.Start();
            source.Cancel();
            thread.Join();
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    [Test]
    public void What_was_done_before_it_is_seen_after_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var payload = 0;
            var source = new CancellationTokenSource();
            var token = source.Token;
            var thread = new Thread(() =>
            {
                if (token.IsCancellationRequested) payload.ShouldBe(1);
            });
            thread.Start();
            payload = 1;
            source.Cancel();
            thread.Join();
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_loop_that_asks_is_waiting() => Explorer.Explore(() =>
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        var thread = new Thread(() => { while (!token.IsCancellationRequested) { } });
        thread.Start();
        source.Cancel();
        thread.Join();
    }).Outcome.ShouldBe(Outcome.Proved);

    private static TestCaseData Case(string name, int? traces, Func<Task> program) =>
        new TestCaseData(traces, program).SetArgDisplayNames(name);
}
