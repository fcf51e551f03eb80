using System.Threading.Channels;

namespace Interleavings.Tests.Async;

/// <summary>Programs of async methods, small enough for their traces to be counted by hand.</summary>
internal static class AsyncPrograms
{
    /// <summary>Two calls that add to a count without a lock: reads and writes in any order.</summary>
    internal static Func<Task> WhenAllRace(bool checks) => async () =>
    {
        var count = 0;
        async Task Add()
        {
            await Task.Yield();
            count++;
        }
        var (a, b) = (Add(), Add());
        await Task.WhenAll(a, b);
        if (checks) Check(count == 2);
    };

    internal static Func<Task> RunRace() => async () =>
    {
        var count = 0;
        await Task.WhenAll(Task.Run(() => count++), Task.Run(() => count++));
    };

    /// <summary>What is read before an await is written after it.</summary>
    internal static Func<Task> ReadAwaitWrite() => async () =>
    {
        var count = 0;
        async Task Add()
        {
            var seen = Volatile.Read(ref count);
            await Task.Yield();
            Volatile.Write(ref count, seen + 1);
        }
        await Task.WhenAll(Add(), Add());
        Check(count == 2);
    };

    internal static Func<Task> Guarded(int flows) => async () =>
    {
        var gate = new SemaphoreSlim(1);
        var count = 0;
        async Task Add()
        {
            await Task.Yield();
            await gate.WaitAsync();
            var seen = count;
            await Task.Yield();
            count = seen + 1;
            gate.Release();
        }
        await Task.WhenAll(Enumerable.Range(0, flows).Select(_ => Add()).ToArray());
        Check(count == flows);
    };

    internal static Func<Task> FirstOfTwo() => async () =>
    {
        var one = Task.Run(() => 1);
        var two = Task.Run(() => 2);
        await await Task.WhenAny(one, two);
        await Task.WhenAll(one, two);
    };

    /// <summary>The lock is held while it completes: who waits runs inside, and enters again.</summary>
    internal static Func<Task> CompletesUnderALock(
        TaskCreationOptions options, bool checks = true) => async () =>
    {
        var gate = new object();
        var inside = false;
        var ready = new TaskCompletionSource(options);
        var waiting = WaitAndLook();
        var completing = Task.Run(() =>
        {
            lock (gate)
            {
                inside = true;
                ready.SetResult();
                inside = false;
            }
        });
        await Task.WhenAll(waiting, completing);

        async Task WaitAndLook()
        {
            await ready.Task;
            lock (gate) Check(!checks || !inside);
        }
    };

    internal static Func<Task> ClockAgainstCompletion() => () =>
    {
        var source = new CancellationTokenSource();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.Token.Register(() => done.TrySetCanceled());
        source.CancelAfter(10);
        done.TrySetResult();
        return Task.CompletedTask;
    };

    /// <summary>Two flows share out what is in a channel.</summary>
    internal static Func<Task> SharedStream(int items) => async () =>
    {
        var channel = Channel.CreateUnbounded<int>();
        for (var i = 0; i < items; i++) channel.Writer.TryWrite(i);
        channel.Writer.Complete();
        await Task.WhenAll(Task.Run(Read), Task.Run(Read));

        async Task Read()
        {
            await foreach (var _ in channel.Reader.ReadAllAsync()) { }
        }
    };

    /// <summary>Completes under a lock what another waits for, who then looks.</summary>
    internal static Func<Task> GoesOnAfter(TaskCreationOptions options, bool locks) => async () =>
    {
        var gate = new Lock();
        var inside = 0;
        var ready = new TaskCompletionSource(options);
        var waiting = WaitAndLook();
        lock (gate)
        {
            Volatile.Write(ref inside, 1);
            ready.SetResult();
            Volatile.Write(ref inside, 0);
        }
        await waiting;

        async Task WaitAndLook()
        {
            await ready.Task;
            if (locks)
            {
                lock (gate) Volatile.Read(ref inside);
            }
            else
            {
                Volatile.Read(ref inside);
            }
        }
    };

    internal static void Check(bool holds)
    {
        if (!holds) throw new CheckAssertException();
    }

    internal sealed class CheckAssertException() : Exception("the check does not hold");
}
