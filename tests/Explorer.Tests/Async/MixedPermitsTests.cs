using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>A semaphore at which some block and others await: .NET promises no order among them.</summary>
public class MixedPermitsTests
{
    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("one permit excludes", async () =>
        {
            var (gate, count) = (new SemaphoreSlim(1, 1), 0);
            var blocks = Task.Run(() =>
            {
                gate.Wait();
                count++;
                gate.Release();
            });
            await gate.WaitAsync();
            count++;
            gate.Release();
            await blocks;
            AsyncPrograms.Check(count == 2 && gate.CurrentCount == 1);
        });
        yield return Case("a permit for each", async () =>
        {
            var gate = new SemaphoreSlim(0);
            var blocks = Task.Run(() => gate.Wait());
            var awaits = gate.WaitAsync();
            gate.Release(2);
            await Task.WhenAll(blocks, awaits);
            AsyncPrograms.Check(gate.CurrentCount == 0);
        });
        yield return Case("a wait that is cancelled leaves the permit to the other", async () =>
        {
            var (gate, source) = (new SemaphoreSlim(0), new CancellationTokenSource());
            var blocks = Task.Run(() => gate.Wait());
            var awaits = gate.WaitAsync(source.Token);
            source.Cancel();
            gate.Release(2);
            try
            {
                await awaits;
            }
            catch (OperationCanceledException)
            {
            }
            await blocks;
        });
        yield return Case("a wait with a limit", async () =>
        {
            var (gate, count) = (new SemaphoreSlim(1, 1), 0);
            var blocks = Task.Run(() =>
            {
                gate.Wait();
                count++;
                gate.Release();
            });
            var isIn = await gate.WaitAsync(5);
            if (isIn)
            {
                count++;
                gate.Release();
            }
            await blocks;
            AsyncPrograms.Check(count == (isIn ? 2 : 1));
        });
        yield return Case("nobody awaits the last wait", async () =>
        {
            var gate = new SemaphoreSlim(1);
            await Task.Run(() => gate.Wait());
            _ = gate.WaitAsync();
        });
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("who blocks comes first", FailureKind.Assertion, () => InOrder("ba"));
        yield return Case("who awaits comes first", FailureKind.Assertion, () => InOrder("ab"));
        yield return Case("one permit for two", FailureKind.Deadlock, async () =>
        {
            var gate = new SemaphoreSlim(0);
            var blocks = Task.Run(() => gate.Wait());
            var awaits = gate.WaitAsync();
            gate.Release();
            await Task.WhenAll(blocks, awaits);
        });
        yield return Case("two permits let two in", FailureKind.DataRace, async () =>
        {
            var (gate, count) = (new SemaphoreSlim(2), 0);
            var blocks = Task.Run(() =>
            {
                gate.Wait();
                count++;
                gate.Release();
            });
            await gate.WaitAsync();
            count++;
            gate.Release();
            await blocks;
        });
    }

    [TestCaseSource(nameof(Right))]
    public void Is_right(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Wrong))]
    public void Is_wrong(Func<Task> program, FailureKind kind)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(kind);
    }

    [Test]
    public void A_schedule_is_replayed_as_it_was_found()
    {
        var found = Explorer.Explore(() => InOrder("ba")).Failure!;
        var replayed = Explorer.Replay(found.Schedule, () => InOrder("ba"));
        replayed.Failure.ShouldNotBeNull(replayed.ToString());
        replayed.Failure.Message.ShouldBe(found.Message);
    }

    [Test]
    public void Every_order_is_explored_once() => Places.ExploresAll(() =>
    {
        var gate = new SemaphoreSlim(1, 1);
        var blocks = new Thread(() =>
        {
            gate.Wait();
            gate.Release();
        });
        blocks.Start();
        gate.WaitAsync().Wait();
        gate.Release();
        blocks.Join();
    });

    [Test]
    public void Who_awaits_keeps_the_order_among_its_like()
    {
        Explorer.Explore(async () =>
        {
            var gate = new SemaphoreSlim(0);
            var blocks = Task.Run(() => gate.Wait());
            var (first, second) = (gate.WaitAsync(), gate.WaitAsync());
            gate.Release();
            var isFirst = await Task.WhenAny(second, Task.Delay(1)) != second || first.IsCompleted;
            gate.Release(2);
            await Task.WhenAll(blocks, first, second);
            AsyncPrograms.Check(isFirst);
        }).Outcome.ShouldBe(Outcome.Proved);
    }

    private static async Task InOrder(string expected)
    {
        var (gate, order) = (new SemaphoreSlim(0), "");
        var blocks = Task.Run(() =>
        {
            gate.Wait();
            lock (gate) order += "b";
        });
        var awaits = Task.Run(async () =>
        {
            await gate.WaitAsync();
            lock (gate) order += "a";
        });
        gate.Release(2);
        await Task.WhenAll(blocks, awaits);
        AsyncPrograms.Check(order == expected);
    }

    private static TestCaseData Case(string name, Func<Task> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, FailureKind kind, Func<Task> program) =>
        new TestCaseData(program, kind).SetArgDisplayNames(name);
}
