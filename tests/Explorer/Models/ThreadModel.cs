using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Thread"/>: made, started and joined as an operation.</summary>
[Models(typeof(Thread))]
public static class ThreadModel
{
    public static Thread New(ThreadStart start, string site)
    {
        if (Hook.Current is not { } creator) return new(start);
        ArgumentNullException.ThrowIfNull(start);
        return ExploredThread.Make(creator, _ => start());
    }

    public static Thread New(ParameterizedThreadStart start, string site)
    {
        if (Hook.Current is not { } creator) return new(start);
        ArgumentNullException.ThrowIfNull(start);
        return ExploredThread.Make(creator, argument => start(argument), takesParameter: true);
    }

    public static Thread New(ThreadStart start, int maxStackSize, string site)
    {
        var real = new Thread(start, maxStackSize);
        return Hook.Current is null ? real : New(start, site);
    }

    public static Thread New(ParameterizedThreadStart start, int maxStackSize, string site)
    {
        var real = new Thread(start, maxStackSize);
        return Hook.Current is null ? real : New(start, site);
    }

    public static void UnsafeStart(Thread thread, string site)
    {
        if (Of(thread) is var (caller, explored)) explored.Start(caller, null, site, flows: false);
        else thread.UnsafeStart();
    }

    public static void UnsafeStart(Thread thread, object? parameter, string site)
    {
        if (Of(thread) is var (caller, explored))
        {
            explored.EnsureTakesParameter(caller, site);
            explored.Start(caller, parameter, site, flows: false);
        }
        else
        {
            thread.UnsafeStart(parameter);
        }
    }

    public static void Start(Thread thread, string site)
    {
        if (Of(thread) is var (caller, explored)) explored.Start(caller, null, site);
        else thread.Start();
    }

    public static void Start(Thread thread, object? parameter, string site)
    {
        if (Of(thread) is var (caller, explored))
        {
            explored.EnsureTakesParameter(caller, site);
            explored.Start(caller, parameter, site);
        }
        else
        {
            thread.Start(parameter);
        }
    }

    public static void Join(Thread thread, string site)
    {
        if (Of(thread) is var (caller, explored)) explored.Join(caller, site);
        else thread.Join();
    }

    public static bool Join(Thread thread, int millisecondsTimeout, string site)
    {
        if (Of(thread) is not var (caller, explored)) return thread.Join(millisecondsTimeout);
        return explored.Join(
            caller, Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site);
    }

    public static bool Join(Thread thread, TimeSpan timeout, string site) =>
        Of(thread) is var (caller, explored)
            ? explored.Join(caller, Limits.Of(timeout, nameof(timeout)), site)
            : thread.Join(timeout);

    public static bool get_IsAlive(Thread thread, string site) =>
        Of(thread) is var (caller, explored) ? explored.IsAlive(caller, site) : thread.IsAlive;

    public static Thread get_CurrentThread(string site) => Hook.Current is { } operation
        ? ThreadIdentity.Current(operation, site)
        : Thread.CurrentThread;

    public static bool get_IsThreadPoolThread(Thread thread, string site) =>
        Of(thread) is var (_, explored) ? explored.IsOfPool : thread.IsThreadPoolThread;

    public static int get_ManagedThreadId(Thread thread, string site) =>
        Of(thread) is var (_, explored) ? explored.ManagedThreadId : thread.ManagedThreadId;

    public static string? get_Name(Thread thread, string site) =>
        Of(thread) is var (caller, explored) ? explored.AskName(caller, site) : thread.Name;

    public static void set_Name(Thread thread, string? value, string site)
    {
        if (Of(thread) is var (caller, explored)) explored.SetName(caller, value, site);
        else thread.Name = value;
    }

    public static bool get_IsBackground(Thread thread, string site) =>
        Of(thread) is var (caller, explored)
            ? explored.AskIsBackground(caller, site)
            : thread.IsBackground;

    public static void set_IsBackground(Thread thread, bool value, string site)
    {
        if (Of(thread) is var (caller, explored)) explored.SetIsBackground(caller, value, site);
        else thread.IsBackground = value;
    }

    public static ThreadState get_ThreadState(Thread thread, string site) =>
        Of(thread) is var (caller, explored) ? explored.StateFor(caller, site) : thread.ThreadState;

    public static ThreadPriority get_Priority(Thread thread, string site) =>
        Of(thread) is var (caller, explored) ? explored.AskPriority(caller, site) : thread.Priority;

    /// <summary>No promise goes with it: every order is explored, whatever the priority.</summary>
    public static void set_Priority(Thread thread, ThreadPriority value, string site)
    {
        if (Of(thread) is not var (caller, explored)) thread.Priority = value;
        else if (value is < ThreadPriority.Lowest or > ThreadPriority.Highest)
            throw new ArgumentOutOfRangeException(nameof(value));
        else explored.SetPriority(caller, value, site);
    }

    public static void Sleep(int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) Thread.Sleep(millisecondsTimeout);
        else Pause.Sleep(operation, Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site);
    }

    public static void Sleep(TimeSpan timeout, string site)
    {
        if (Hook.Current is not { } operation) Thread.Sleep(timeout);
        else Pause.Sleep(operation, Limits.Of(timeout, nameof(timeout)), site);
    }

    public static bool Yield(string site) => Hook.Current is not null || Thread.Yield();

    public static void SpinWait(int iterations, string site)
    {
        if (Hook.Current is null) Thread.SpinWait(iterations);
    }

    public static void MemoryBarrier(string site) => Thread.MemoryBarrier();

    private static (Operation Caller, ExploredThread Explored)? Of(Thread thread) =>
        Hook.Current is { } caller && ExploredThread.Of(caller, thread) is { } explored
            ? (caller, explored)
            : null;
}
