using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Async methods of every shape, proved to come to their results.</summary>
public class FlowTests
{
    private static IEnumerable<TestCaseData> Flows()
    {
        yield return Case("a value task", async () =>
        {
            async ValueTask<int> Two() { await Task.Yield(); return 2; }
            AsyncPrograms.Check(await Two() == 2);
            AsyncPrograms.Check(await new ValueTask<int>(3) == 3);
        });
        yield return Case("a result", async () =>
        {
            var four = Task.Run(async () => { await Task.Yield(); return 4; });
            AsyncPrograms.Check(await four + four.Result == 8);
        });
        yield return Case("a failure through three calls", async () =>
        {
            async Task One() { await Task.Yield(); throw new ArgumentException("one"); }
            async Task Two() => await One();
            try { await Two(); AsyncPrograms.Check(false); }
            catch (ArgumentException) { }
        });
        yield return Case("await foreach", async () =>
        {
            var sum = 0;
            await foreach (var n in Numbers(3)) sum += n;
            AsyncPrograms.Check(sum == 6);
        });
        yield return Case("await foreach, without a pause", async () =>
        {
            var sum = 0;
            await foreach (var n in Ready()) sum += n;
            AsyncPrograms.Check(sum == 3);
        });
        yield return Case("await foreach by two flows", async () =>
        {
            var sum = 0;
            async Task Sum() { await foreach (var n in Numbers(2)) Interlocked.Add(ref sum, n); }
            await Task.WhenAll(Sum(), Sum());
            AsyncPrograms.Check(sum == 6);
        });
        yield return Case("await using", async () =>
        {
            var resource = new Resource();
            await using (resource) AsyncPrograms.Check(!resource.IsDisposed);
            AsyncPrograms.Check(resource.IsDisposed);
        });
        yield return Case("a delay", async () =>
        {
            var done = false;
            var later = Later();
            await later;
            AsyncPrograms.Check(done);
            async Task Later() { await Task.Delay(10); done = true; }
        });
        yield return Case("delays in order", async () =>
        {
            var order = "";
            async Task Later(int ms) { await Task.Delay(ms); lock (typeof(FlowTests)) order += ms; }
            await Later(10);
            await Later(20);
            AsyncPrograms.Check(order == "1020");
        });
        yield return Case("flow of an AsyncLocal", async () =>
        {
            var local = new AsyncLocal<int> { Value = 1 };
            async Task Two() { local.Value = 2; await Task.Yield(); AsyncPrograms.Check(local.Value == 2); }
            var two = Two();
            AsyncPrograms.Check(local.Value == 1);
            await two;
            AsyncPrograms.Check(local.Value == 1);
        });
        yield return Case("all of two that had failed before", async () =>
        {
            async Task Fails() { await Task.CompletedTask; throw new ArgumentException("one"); }
            // In a call of its own, which asks first: the body itself would wait.
            async Task Both()
            {
                var all = Task.WhenAll(Fails(), Fails());
                try { await all; AsyncPrograms.Check(false); }
                catch (ArgumentException) { }
                AsyncPrograms.Check(all.Exception!.InnerExceptions.Count == 2);
            }
            await Both();
        });
        yield return Case("ContinueWith", async () =>
        {
            var five = Task.Run(() => 2).ContinueWith(t => t.Result + 3);
            AsyncPrograms.Check(await five == 5);
        });
        yield return Case("WaitAll and WaitAny", () =>
        {
            var (a, b) = (Task.Run(() => 1), Task.Run(() => 2));
            AsyncPrograms.Check(Task.WaitAny(a, b) is 0 or 1);
            Task.WaitAll(a, b);
            AsyncPrograms.Check(a.Result + b.Result == 3);
            return Task.CompletedTask;
        });
        yield return Case("StartNew, and new and Start", async () =>
        {
            var one = Task.Factory.StartNew(() => 1, TaskCreationOptions.LongRunning);
            var two = new Task<int>(() => 2);
            AsyncPrograms.Check(two.Status == TaskStatus.Created);
            two.Start();
            AsyncPrograms.Check(await one + await two == 3);
        });
    }

    [TestCaseSource(nameof(Flows))]
    public void Proved(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> Ready()
    {
        await Task.CompletedTask;
        yield return 1;
        yield return 2;
    }

    private sealed class Resource : IAsyncDisposable
    {
        internal bool IsDisposed { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            IsDisposed = true;
        }
    }

    private static TestCaseData Case(string name, Func<Task> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
