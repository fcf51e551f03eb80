using System.Threading.Channels;
using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

public class ChannelTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        // The second write before or after the first take; the end before or after the second.
        yield return Case("two items through one place", 4, Through(1, 2));
        // Each take comes after its write: paths under a staircase, and the end as a third write.
        yield return Case("two items, unbounded", 5, Through(-1, 2));
        // Of two writes one is first.
        yield return Case("two writers", 2, async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var one = Task.Run(() => channel.Writer.TryWrite(1));
            await Task.WhenAll(one, Task.Run(() => channel.Writer.TryWrite(2)));
        });
        yield return Case("ReadAsync", 2, async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var reads = Task.Run(async () => await channel.Reader.ReadAsync());
            channel.Writer.TryWrite(1);
            AsyncPrograms.Check(await reads == 1);
        });
        yield return Case("two readers of a channel that ends", null, async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            async Task<int> Sum()
            {
                var sum = 0;
                await foreach (var n in channel.Reader.ReadAllAsync()) sum += n;
                return sum;
            }
            var (one, two) = (Task.Run(Sum), Task.Run(Sum));
            await channel.Writer.WriteAsync(1);
            channel.Writer.Complete();
            AsyncPrograms.Check(await one + await two == 1);
            await channel.Reader.Completion;
        });
        yield return Case("a loop of WaitToReadAsync and TryRead", null, async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var sum = 0;
            var reads = Task.Run(async () =>
            {
                while (await channel.Reader.WaitToReadAsync())
                {
                    while (channel.Reader.TryRead(out var n)) sum += n;
                }
            });
            await channel.Writer.WriteAsync(1);
            await channel.Writer.WriteAsync(2);
            channel.Writer.Complete();
            await reads;
            AsyncPrograms.Check(sum == 3);
        });
        yield return Case("an async method that is not awaited yet", null, async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var sum = 0;
            async Task Sum()
            {
                await foreach (var n in channel.Reader.ReadAllAsync()) sum += n;
            }
            var sums = Sum();
            await channel.Writer.WriteAsync(1);
            channel.Writer.Complete();
            await sums;
            AsyncPrograms.Check(sum == 1);
        });
        yield return Case("a reader that is cancelled", null, async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var source = new CancellationTokenSource();
            var token = source.Token;
            var reads = Task.Run(async () =>
            {
                try { await channel.Reader.ReadAsync(token); }
                catch (OperationCanceledException) { }
            });
            var cancels = Task.Run(() => source.Cancel());
            channel.Writer.TryWrite(1);
            await Task.WhenAll(reads, cancels);
        });
        yield return Case("a loop that is cancelled", null, async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var source = new CancellationTokenSource();
            var token = source.Token;
            var reads = Task.Run(async () =>
            {
                try { await foreach (var _ in channel.Reader.ReadAllAsync(token)) { } }
                catch (OperationCanceledException) { }
            });
            channel.Writer.TryWrite(1);
            source.Cancel();
            await reads;
        });
        yield return Case("waits inside the call that serves it", null, async () =>
        {
            var channel = Channel.CreateUnbounded<int>(new() { AllowSynchronousContinuations = true });
            var gate = new object();
            var inside = false;
            async Task Read()
            {
                await channel.Reader.ReadAsync();
                _ = Monitor.IsEntered(gate);
            }
            var reads = Read();
            lock (gate) channel.Writer.TryWrite(1);
            await reads;
            AsyncPrograms.Check(!inside);
        });
        yield return Case("drops the oldest", 2, async () =>
        {
            var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
            var writes = Task.Run(() => channel.Writer.TryWrite(1));
            channel.Writer.TryWrite(2);
            await writes;
            AsyncPrograms.Check(channel.Reader.TryRead(out _) && !channel.Reader.TryRead(out _));
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
    public void A_channel_that_nobody_completes_is_a_deadlock()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var reads = Task.Run(async () => { await foreach (var _ in channel.Reader.ReadAllAsync()) { } });
            await channel.Writer.WriteAsync(1);
            await reads;
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    [Test]
    public void What_was_found_there_may_be_gone()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            channel.Writer.TryWrite(1);
            async Task Take()
            {
                await channel.Reader.WaitToReadAsync();
                AsyncPrograms.Check(channel.Reader.TryRead(out _));
                channel.Writer.TryComplete();
            }
            await Task.WhenAll(Task.Run(Take), Task.Run(Take));
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void An_item_carries_what_was_written_before_it() => Explorer.Explore(async () =>
    {
        var channel = Channel.CreateBounded<int[]>(1);
        var writes = Task.Run(async () =>
        {
            for (var i = 1; i <= 2; i++)
            {
                var item = new int[1];
                item[0] = i;
                await channel.Writer.WriteAsync(item);
            }
            channel.Writer.Complete();
        });
        var sum = 0;
        await foreach (var item in channel.Reader.ReadAllAsync()) sum += item[0];
        await writes;
        sum.ShouldBe(3);
    }).Outcome.ShouldBe(Outcome.Proved);

    private static IEnumerable<TestCaseData> OnceOnly()
    {
        yield return new TestCaseData((Channel<int> c) => { _ = c.Reader.ReadAsync().Result; })
            .SetArgDisplayNames("the result of a read");
        yield return new TestCaseData((Channel<int> c) =>
        {
            c.Reader.WaitToReadAsync().GetAwaiter().GetResult();
        }).SetArgDisplayNames("the result of a wait");
        yield return new TestCaseData((Channel<int> c) =>
        {
            c.Writer.TryWrite(1);
            c.Writer.WriteAsync(2).GetAwaiter().GetResult();
        }).SetArgDisplayNames("the result of a write");
        yield return new TestCaseData((Channel<int> c) => TwiceAsync(c.Reader.ReadAsync(), c).Wait())
            .SetArgDisplayNames("awaited twice");
    }

    /// <summary>.NET has no task behind it: nobody can block for it, nor ask it twice.</summary>
    [TestCaseSource(nameof(OnceOnly))]
    public void A_ValueTask_that_is_pending_is_not_to_be_blocked_for(Action<Channel<int>> use)
    {
        var verdict = Explorer.Explore(() => use(Channel.CreateBounded<int>(1)));
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Exception!.GetBaseException()
            .ShouldBeOfType<InvalidOperationException>(verdict.ToString());
        var real = Should.Throw<Exception>(() => use(Channel.CreateBounded<int>(1)));
        real.GetBaseException().ShouldBeOfType<InvalidOperationException>();
    }

    [Test]
    public void A_ValueTask_with_a_result_or_a_task_may_be_asked() => Explorer.Explore(() =>
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        AsyncPrograms.Check(channel.Reader.ReadAsync().Result == 1);
        var writes = Task.Run(() => channel.Writer.TryWrite(2));
        AsyncPrograms.Check(channel.Reader.ReadAsync().AsTask().Result == 2);
        writes.Wait();
    }).Outcome.ShouldBe(Outcome.Proved);

    private static async Task TwiceAsync(ValueTask<int> value, Channel<int> channel)
    {
        channel.Writer.TryWrite(1);
        await value;
        await value;
    }

    /// <summary>.NET runs the reader inside the write: what is not explored is refused.</summary>
    [Test]
    public void A_reader_of_all_that_runs_inside_a_write_is_refused()
    {
        var options = new UnboundedChannelOptions { AllowSynchronousContinuations = true };
        Explorer.Explore(async () =>
        {
            var channel = Channel.CreateUnbounded<int>(options);
            channel.Writer.Complete();
            await foreach (var _ in channel.Reader.ReadAllAsync()) { }
        }).Outcome.ShouldBe(Outcome.Refused);
        Explorer.Explore(async () =>
        {
            var channel = Channel.CreateUnbounded<int>(options);
            channel.Writer.TryWrite(1);
            await channel.Reader.ReadAsync(new CancellationTokenSource().Token);
        }).Outcome.ShouldBe(Outcome.Refused);
    }

    private static Func<Task> Through(int capacity, int items) => async () =>
    {
        var channel = capacity < 0 ? Channel.CreateUnbounded<int>() : Channel.CreateBounded<int>(capacity);
        var writes = Task.Run(async () =>
        {
            for (var i = 1; i <= items; i++) await channel.Writer.WriteAsync(i);
            channel.Writer.Complete();
        });
        var seen = 0;
        await foreach (var item in channel.Reader.ReadAllAsync()) AsyncPrograms.Check(item == ++seen);
        await writes;
        AsyncPrograms.Check(seen == items);
    };

    private static TestCaseData Case(string name, int? traces, Func<Task> program) =>
        new TestCaseData(traces, program).SetArgDisplayNames(name);
}
