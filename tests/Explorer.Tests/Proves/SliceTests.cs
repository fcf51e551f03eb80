using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>A wait with a time limit, repeated until it gets what it is for.</summary>
public class SliceTests
{
    private static IEnumerable<TestCaseData> Slices()
    {
        yield return Case("an event", () =>
        {
            var ready = new ManualResetEventSlim();
            Threads.Run(() => { while (!ready.Wait(10)) { } }, ready.Set);
        });
        yield return Case("a thread's end", () =>
        {
            var thread = new Thread(static () => { });
            thread.Start();
            while (!thread.Join(100)) { }
        });
        yield return Case("a task", () =>
        {
            var task = Task.Run(static () => { });
            while (!task.Wait(TimeSpan.FromSeconds(1))) { }
        });
        yield return Case("one of two handles", () =>
        {
            WaitHandle[] handles = [new ManualResetEvent(false), new AutoResetEvent(false)];
            Threads.Run(
                () => { while (WaitHandle.WaitAny(handles, 10) == WaitHandle.WaitTimeout) { } },
                () => ((AutoResetEvent)handles[1]).Set());
        });
        yield return Case("a countdown", () =>
        {
            var left = new CountdownEvent(1);
            Threads.Run(() => { while (!left.Wait(10)) { } }, () => left.Signal());
        });
        yield return Case("a lock", () =>
        {
            var (gate, cell) = (new object(), new Programs.Cell());
            Threads.Run(2, _ =>
            {
                while (!Monitor.TryEnter(gate, 10)) { }
                cell.N++;
                Monitor.Exit(gate);
            });
            cell.N.ShouldBe(2);
        });
        yield return Case("a condition", () =>
        {
            var (gate, isUp) = (new object(), false);
            Threads.Run(
                () => { lock (gate) while (!isUp) Monitor.Wait(gate, 10); },
                () => { lock (gate) { isUp = true; Monitor.Pulse(gate); } });
        });
        yield return Case("a condition that no one pulses", () =>
        {
            var (gate, isUp) = (new object(), false);
            Threads.Run(
                () => { lock (gate) while (!isUp) Monitor.Wait(gate, 10); },
                () => { lock (gate) isUp = true; });
        });
        yield return Case("a condition that is met much later", () =>
        {
            var (gate, isUp) = (new object(), false);
            Threads.Run(
                () => { lock (gate) while (!isUp) Monitor.Wait(gate, 10); },
                () => { Thread.Sleep(5_000); lock (gate) isUp = true; });
        });
        yield return Case("a spin lock", () =>
        {
            var (gate, cell) = (new SpinLock(), new Programs.Cell());
            Threads.Run(2, _ =>
            {
                var taken = false;
                while (!taken) gate.TryEnter(10, ref taken);
                cell.N++;
                gate.Exit();
            });
            cell.N.ShouldBe(2);
        });
        yield return Case("a read lock", () =>
        {
            var (gate, isUp) = (new ReaderWriterLockSlim(), false);
            Threads.Run(
                () =>
                {
                    while (!gate.TryEnterReadLock(TimeSpan.FromMilliseconds(10))) { }
                    _ = isUp;
                    gate.ExitReadLock();
                },
                () => { gate.EnterWriteLock(); isUp = true; gate.ExitWriteLock(); });
        });
        yield return Case("an item", () =>
        {
            var items = new BlockingCollection<int>();
            var sum = 0;
            Threads.Run(
                () => { while (!items.IsCompleted) if (items.TryTake(out var item, 10)) sum += item; },
                () => { items.Add(1); items.Add(2); items.CompleteAdding(); });
            sum.ShouldBe(3);
        });
        yield return Case("room", () =>
        {
            var items = new BlockingCollection<int>(1) { 0 };
            Threads.Run(
                () => { while (!items.TryAdd(1, TimeSpan.FromMilliseconds(10))) { } },
                () => items.Take());
            items.Count.ShouldBe(1);
        });
    }

    [TestCaseSource(nameof(Slices))]
    public void A_wait_in_slices_is_proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    private static TestCaseData Case(string name, Action program) =>
        new(program) { TestName = $"A_wait_in_slices_is_proved({name})" };
}
