namespace Interleavings.Tests.Primitives;

/// <summary>A property of a modelled type that one thread asks while another changes the object.</summary>
/// <param name="Model">The model and its member, as in "ThreadModel.get_Name".</param>
/// <param name="Make">Makes the object: how it is changed, and how it is asked.</param>
internal sealed record AskedProperty(
    string Model, object? Before, object? After, Func<(Action Change, Func<object?> Ask)> Make)
{
    public override string ToString() => Model;

    /// <summary>All that another thread can change.</summary>
    internal static IEnumerable<AskedProperty> All() =>
        [.. Primitives(), .. Threads(), .. Tasks(), .. Others()];

    private static IEnumerable<AskedProperty> Primitives()
    {
        yield return new("BarrierModel.get_CurrentPhaseNumber", 0L, 1L,
            () => { var b = new Barrier(1); return (() => b.SignalAndWait(), () => b.CurrentPhaseNumber); });
        yield return new("BarrierModel.get_ParticipantCount", 1, 2,
            () => { var b = new Barrier(1); return (() => b.AddParticipant(), () => b.ParticipantCount); });
        yield return new("BarrierModel.get_ParticipantsRemaining", 1, 2,
            () => { var b = new Barrier(1); return (() => b.AddParticipant(), () => b.ParticipantsRemaining); });
        yield return new("CountdownEventModel.get_CurrentCount", 1, 0,
            () => { var c = new CountdownEvent(1); return (() => c.Signal(), () => c.CurrentCount); });
        yield return new("CountdownEventModel.get_InitialCount", 1, 3,
            () => { var c = new CountdownEvent(1); return (() => c.Reset(3), () => c.InitialCount); });
        yield return new("CountdownEventModel.get_IsSet", false, true,
            () => { var c = new CountdownEvent(1); return (() => c.Signal(), () => c.IsSet); });
        yield return new("ManualResetEventSlimModel.get_IsSet", false, true,
            () => { var e = new ManualResetEventSlim(); return (e.Set, () => e.IsSet); });
        yield return new("SemaphoreSlimModel.get_CurrentCount", 0, 1,
            () => { var s = new SemaphoreSlim(0); return (() => s.Release(), () => s.CurrentCount); });
        yield return new("SpinLockModel.get_IsHeld", false, true, () =>
        {
            var spin = new Spin();
            return (() => { var taken = false; spin.Lock.Enter(ref taken); }, () => spin.Lock.IsHeld);
        });
        yield return new("ReaderWriterLockSlimModel.get_CurrentReadCount", 0, 1,
            () => { var l = new ReaderWriterLockSlim(); return (l.EnterReadLock, () => l.CurrentReadCount); });
        yield return new("ReaderWriterLockSlimModel.get_WaitingReadCount", 0, 1,
            () => Waiting(l => { l.EnterReadLock(); l.ExitReadLock(); }, l => l.WaitingReadCount));
        yield return new("ReaderWriterLockSlimModel.get_WaitingWriteCount", 0, 1,
            () => Waiting(l => { l.EnterWriteLock(); l.ExitWriteLock(); }, l => l.WaitingWriteCount));
        yield return new("ReaderWriterLockSlimModel.get_WaitingUpgradeCount", 0, 1, () => Waiting(
            l => { l.EnterUpgradeableReadLock(); l.ExitUpgradeableReadLock(); }, l => l.WaitingUpgradeCount));
        yield return new("CancellationTokenModel.get_IsCancellationRequested", false, true, () =>
        {
            var s = new CancellationTokenSource();
            var token = s.Token;
            return (s.Cancel, () => token.IsCancellationRequested);
        });
        yield return new("CancellationTokenSourceModel.get_IsCancellationRequested", false, true,
            () => { var s = new CancellationTokenSource(); return (s.Cancel, () => s.IsCancellationRequested); });
        yield return new("PeriodicTimerModel.get_Period", 1.0, 2.0, () =>
        {
            var t = new PeriodicTimer(TimeSpan.FromHours(1));
            return (() => t.Period = TimeSpan.FromHours(2), () => t.Period.TotalHours);
        });
    }

    private static IEnumerable<AskedProperty> Threads()
    {
        yield return new("ThreadModel.get_IsAlive", false, true, () =>
        {
            var asked = new ManualResetEventSlim();
            var t = new Thread(() => asked.Wait());
            return (t.Start, () => { var alive = t.IsAlive; asked.Set(); return alive; });
        });
        yield return new("ThreadModel.get_Name", null, "named",
            () => { var t = new Thread(() => { }); return (() => t.Name = "named", () => t.Name); });
        yield return new("ThreadModel.get_IsBackground", false, true, () =>
        {
            var t = new Thread(() => { });
            return (() => t.IsBackground = true, () => t.IsBackground);
        });
        yield return new("ThreadModel.get_Priority", ThreadPriority.Normal, ThreadPriority.Highest, () =>
        {
            var t = new Thread(() => { });
            return (() => t.Priority = ThreadPriority.Highest, () => t.Priority);
        });
        yield return new("ThreadModel.get_ThreadState", ThreadState.Unstarted, ThreadState.Stopped, () =>
        {
            var t = new Thread(() => { });
            var over = 0;
            return (() => { t.Start(); t.Join(); Volatile.Write(ref over, 1); },
                () => Volatile.Read(ref over) == 1 || !t.IsAlive ? Unless(t) : null);

            static object Unless(Thread thread) => thread.IsAlive ? "alive" : thread.ThreadState;
        });
    }

    private static IEnumerable<AskedProperty> Tasks()
    {
        yield return new("TaskModel.get_IsCompleted", false, true, () => Promise(t => t.IsCompleted));
        yield return new("TaskModel.get_IsCompletedSuccessfully", false, true,
            () => Promise(t => t.IsCompletedSuccessfully));
        yield return new("TaskModel.get_Status", TaskStatus.WaitingForActivation, TaskStatus.RanToCompletion,
            () => Promise(t => t.Status));
        yield return new("TaskModel.get_IsFaulted", false, true, () => Failing(t => t.IsFaulted));
        yield return new("TaskModel.get_Exception", true, false, () => Failing(t => t.Exception is null));
        yield return new("TaskModel.get_IsCanceled", false, true, () =>
        {
            var s = new TaskCompletionSource();
            return (s.SetCanceled, () => s.Task.IsCanceled);
        });
        yield return new("ValueTaskModel.get_IsCompleted", false, true,
            () => Promise(t => new ValueTask(t).IsCompleted));
        yield return new("ValueTaskModel.get_IsCompletedSuccessfully", false, true,
            () => Promise(t => new ValueTask(t).IsCompletedSuccessfully));
        yield return new("ValueTaskModel.get_IsFaulted", false, true,
            () => Failing(t => new ValueTask(t).IsFaulted));
    }

    private static IEnumerable<AskedProperty> Others()
    {
        yield return new("LazyModel.get_IsValueCreated", false, true,
            () => { var l = new Lazy<int>(() => 1); return (() => _ = l.Value, () => l.IsValueCreated); });
        yield return new("ThreadLocalModel.get_Values", 0, 1, () =>
        {
            var l = new ThreadLocal<int>(true);
            return (() => l.Value = 1, () => l.Values.Count);
        });
        yield return new("BlockingCollectionModel.get_Count", 0, 1, () =>
        {
            var c = new System.Collections.Concurrent.BlockingCollection<int>();
            return (() => c.Add(1), () => c.Count);
        });
        yield return new("BlockingCollectionModel.get_IsAddingCompleted", false, true, () =>
        {
            var c = new System.Collections.Concurrent.BlockingCollection<int>();
            return (c.CompleteAdding, () => c.IsAddingCompleted);
        });
        yield return new("BlockingCollectionModel.get_IsCompleted", false, true, () =>
        {
            var c = new System.Collections.Concurrent.BlockingCollection<int>();
            return (c.CompleteAdding, () => c.IsCompleted);
        });
        yield return new("ConcurrentDictionaryModel.get_Item", 1, 2, () =>
        {
            var d = new System.Collections.Concurrent.ConcurrentDictionary<int, int> { [1] = 1 };
            return (() => d[1] = 2, () => d[1]);
        });
        yield return new("ChannelReaderModel.get_Count", 0, 1, () =>
        {
            var c = System.Threading.Channels.Channel.CreateUnbounded<int>();
            return (() => c.Writer.TryWrite(1), () => c.Reader.Count);
        });
    }

    private static (Action, Func<object?>) Waiting(
        Action<ReaderWriterLockSlim> enter, Func<ReaderWriterLockSlim, object> ask)
    {
        var gate = new ReaderWriterLockSlim();
        return (() => enter(gate), () =>
        {
            gate.EnterWriteLock();
            var answer = ask(gate);
            gate.ExitWriteLock();
            return answer;
        });
    }

    private static (Action, Func<object?>) Promise(Func<Task, object> ask)
    {
        var source = new TaskCompletionSource();
        return (source.SetResult, () => ask(source.Task));
    }

    private static (Action, Func<object?>) Failing(Func<Task, object> ask)
    {
        var source = new TaskCompletionSource();
        return (() => source.SetException(new FormatException()), () =>
        {
            var answer = ask(source.Task);
            _ = source.Task.Exception;
            return answer;
        });
    }

    private sealed class Spin
    {
        internal SpinLock Lock = new(false);
    }
}
