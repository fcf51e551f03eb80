using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Fixed async programs, held against a search that leaves nothing out but what sleeps.</summary>
public class AsyncOracleTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Case("WhenAll race", AsyncPrograms.WhenAllRace(false));
        yield return Case("two Task.Run", AsyncPrograms.RunRace());
        yield return Case("read, await, write", ReadAwaitWrite());
        yield return Case("a semaphore", AsyncPrograms.Guarded(2));
        yield return Case("a semaphore, three flows", AsyncPrograms.Guarded(3));
        yield return Case("the first of two", AsyncPrograms.FirstOfTwo());
        yield return Case("completes under a lock", AsyncPrograms.CompletesUnderALock(0, false));
        yield return Case("completes under a lock, later", AsyncPrograms.CompletesUnderALock(
            TaskCreationOptions.RunContinuationsAsynchronously, false));
        yield return Case("one blocks the next", InlineTests.OneBlocksTheNext(true, false));
        yield return Case("one gives way to the next", InlineTests.OneBlocksTheNext(false, true));
        yield return Case("any of a source and work", AnyOfSourceAndWork());
        yield return Case("all of two sources", TwoSources(tasks => Task.WhenAll(tasks)));
        yield return Case("any of two sources", TwoSources(tasks => Task.WhenAny(tasks)));
        yield return Case("two wait for what is handed over", TwoWaitForWhatIsHandedOver());
        yield return Case("reset against the clock", ResetAgainstTheClock(50));
        yield return Case("awaits in a scheduler of its own", InASchedulerOfItsOwn());
        yield return Case("one delay against work", async () =>
        {
            var work = Task.Run(() => 1);
            await Task.WhenAny(work, Task.Delay(5));
            await work;
        });
    }

    [Test]
    public void A_clock_that_was_reset_is_silent() =>
        Explorer.Explore(ResetAgainstTheClock(5)).Outcome.ShouldBe(Outcome.Proved);

    [TestCaseSource(nameof(Programs))]
    public void Explores_what_there_is(Func<Task> program)
    {
        Action body = () => AsyncBody.Run(program);
        var found = TraceCounting.Optimal(body);
        var oracle = Search.Explore(new SleepSets(), body, found.IsExact);

        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        found.Redundant.ShouldBe(0);
        // Refused by both, it would show nothing.
        Explorer.Explore(program).Outcome.ShouldNotBe(Outcome.Refused);
    }

    /// <summary>The task of an async delegate, which another completes inside its own call.</summary>
    private static Func<Task> TwoWaitForWhatIsHandedOver() => async () =>
    {
        var order = 0;
        var ready = new TaskCompletionSource();
        var work = Task.Run(async () => await ready.Task);
        var (one, two) = (Then(1), Then(2));
        ready.SetResult();
        await Task.WhenAll(one, two);

        async Task Then(int value)
        {
            await work;
            Volatile.Write(ref order, Volatile.Read(ref order) * 10 + value);
        }
    };

    /// <summary>If it could be reset, the clock that was set before has nothing more to say.</summary>
    private static Func<Task> ResetAgainstTheClock(int later) => async () =>
    {
        var source = new CancellationTokenSource();
        source.CancelAfter(10);
        var wasReset = source.TryReset();
        await Task.Delay(later);
        AsyncPrograms.Check(source.IsCancellationRequested != wasReset);
    };

    private static Func<Task> InASchedulerOfItsOwn() => () =>
    {
        var count = 0;
        var factory = new TaskFactory(new Threads());
        // One that awaits: with two, the oracle takes a minute.
        return Task.WhenAll(factory.StartNew(Add).Unwrap(), factory.StartNew(() => { count++; }));

        async Task Add()
        {
            var seen = count;
            await Task.Yield();
            count = seen + 1;
        }
    };

    /// <summary>A thread for each task.</summary>
    private sealed class Threads : TaskScheduler
    {
        protected override void QueueTask(Task task) => new Thread(() => TryExecuteTask(task)).Start();

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task>? GetScheduledTasks() => null;
    }

    private static Func<Task> TwoSources(Func<Task[], Task> of) => async () =>
    {
        var count = 0;
        var (one, two) = (new TaskCompletionSource(), new TaskCompletionSource());
        var waiting = Waits();
        await Task.WhenAll(Task.Run(() => Complete(one)), Task.Run(() => Complete(two)), waiting);

        void Complete(TaskCompletionSource source)
        {
            source.SetResult();
            Volatile.Write(ref count, 1);
        }

        async Task Waits()
        {
            await of([one.Task, two.Task]);
            Volatile.Write(ref count, 2);
        }
    };

    private static Func<Task> AnyOfSourceAndWork() => async () =>
    {
        var count = 0;
        var source = new TaskCompletionSource();
        var work = Task.Run(() => Volatile.Write(ref count, 3));
        var waiting = Waits();
        source.SetResult();
        Volatile.Write(ref count, 1);
        await Task.WhenAll(waiting, work);

        async Task Waits()
        {
            await Task.WhenAny(source.Task, work);
            Volatile.Write(ref count, 2);
        }
    };

    private static Func<Task> ReadAwaitWrite() => async () =>
    {
        var count = 0;
        async Task Add()
        {
            var seen = Volatile.Read(ref count);
            await Task.Yield();
            Volatile.Write(ref count, seen + 1);
        }
        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
    };

    private static TestCaseData Case(string name, Func<Task> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
