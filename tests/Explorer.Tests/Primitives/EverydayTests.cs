using Interleavings.Tests.Async;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>Members that programs use every day, and that came late to the models.</summary>
public class EverydayTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Fails("a signal and a wait are two steps", () =>
        {
            using var one = new AutoResetEvent(false);
            using var two = new ManualResetEvent(false);
            var isInTime = true;
            Threads.Run(
                () => isInTime = WaitHandle.SignalAndWait(one, two, 100, false),
                () => { one.WaitOne(); two.Set(); two.Reset(); });
            isInTime.ShouldBeTrue();
        }, FailureKind.Assertion);
        yield return Judged.Holds("a signal and a wait for what stays set", () =>
        {
            using var one = new AutoResetEvent(false);
            using var two = new ManualResetEvent(false);
            Threads.Run(() => WaitHandle.SignalAndWait(one, two), () => { one.WaitOne(); two.Set(); });
        });
        yield return Judged.Fails("a thread that takes no parameter gets one", () =>
            new Thread(() => { }).Start(1), FailureKind.Exception);
        yield return Judged.Fails("a thread is changed after its end", () =>
        {
            var thread = new Thread(() => { });
            thread.Start();
            thread.IsBackground = true;
            thread.Join();
        }, FailureKind.Exception);
        yield return Judged.Holds("a thread is changed before its start", () =>
        {
            var thread = new Thread(argument => argument.ShouldBe(3)) { IsBackground = true };
            thread.Priority = ThreadPriority.Highest;
            thread.Start(3);
            thread.Join();
        });
        yield return Judged.Fails("a primitive is disposed of as a T", () =>
        {
            var gate = new SemaphoreSlim(1);
            Threads.Run(() => Disposes(gate), () => gate.Wait());
        }, FailureKind.Exception);
        yield return Judged.Holds("a task that runs in the call", () =>
        {
            var count = 0;
            var gate = new object();
            var task = new Task(() => { lock (gate) count++; });
            lock (gate) task.RunSynchronously();
            task.Status.ShouldBe(TaskStatus.RanToCompletion);
            count.ShouldBe(1);
        });
        yield return Judged.Fails("a task that runs in the call holds its caller up", () =>
        {
            using var gate = new ManualResetEventSlim();
            var task = new Task(() => gate.Wait());
            task.RunSynchronously();
            gate.Set();
        }, FailureKind.Deadlock, FailureKind.LostWakeUp);
        yield return Judged.Fails("a task that was started is not run in the call", () =>
        {
            var task = new Task(() => { });
            task.Start();
            task.RunSynchronously();
        }, FailureKind.Exception);
        yield return Judged.Holds("what is thrown in the call stays in the task", () =>
        {
            var task = new Task(() => throw new FormatException());
            task.RunSynchronously();
            task.Exception!.InnerException.ShouldBeOfType<FormatException>();
        });
        yield return Judged.Holds("a context that does not flow", async () =>
        {
            var local = new AsyncLocal<int> { Value = 1 };
            int inside = 9, after = 9;
            Task task;
            using (ExecutionContext.SuppressFlow()) task = Task.Run(() => inside = local.Value);
            await task;
            await Task.Run(() => after = local.Value);
            AsyncPrograms.Check((inside, after) == (0, 1));
        });
        yield return Judged.Holds("a context that flows again", async () =>
        {
            var local = new AsyncLocal<int> { Value = 1 };
            var seen = 9;
            var control = ExecutionContext.SuppressFlow();
            control.Undo();
            await Task.Run(() => seen = local.Value);
            AsyncPrograms.Check(seen == 1);
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void Is_judged(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    private static void Disposes<T>(T target) where T : IDisposable => target.Dispose();
}
