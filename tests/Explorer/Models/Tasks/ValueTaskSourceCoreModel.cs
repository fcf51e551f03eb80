using System.Threading.Tasks.Sources;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What an async iterator, or an object that is asked by a ValueTask, keeps its state in. The real
/// one carries result and exception.
/// </summary>
[Models(typeof(ManualResetValueTaskSourceCore<>))]
public static class ValueTaskSourceCoreModel
{
    public static void Reset<T>(ref ManualResetValueTaskSourceCore<T> core, string site)
    {
        core.Reset();
        if (Owner(ref core, site) is { } source) source.Completion = null;
    }

    public static short get_Version<T>(ref ManualResetValueTaskSourceCore<T> core, string site) =>
        core.Version;

    public static bool get_RunContinuationsAsynchronously<T>(
        ref ManualResetValueTaskSourceCore<T> core, string site) => core.RunContinuationsAsynchronously;

    public static void set_RunContinuationsAsynchronously<T>(
        ref ManualResetValueTaskSourceCore<T> core, bool value, string site) =>
        core.RunContinuationsAsynchronously = value;

    public static ValueTaskSourceStatus GetStatus<T>(
        ref ManualResetValueTaskSourceCore<T> core, short token, string site)
    {
        if (Hook.Current is { } operation && Owner(ref core, site) is { IsPrivate: false } source)
        {
            var completion = Shared(operation, source, ref core, site);
            if (!Tasks.IsComplete(operation, completion, site)) return ValueTaskSourceStatus.Pending;
        }
        return core.GetStatus(token);
    }

    public static T GetResult<T>(ref ManualResetValueTaskSourceCore<T> core, short token,
        string site) =>
        core.GetResult(token);

    public static void OnCompleted<T>(
        ref ManualResetValueTaskSourceCore<T> core, Action<object?> continuation, object? state,
        short token, ValueTaskSourceOnCompletedFlags flags, string site)
    {
        if (Hook.Current is not { } operation)
        {
            core.OnCompleted(continuation, state, token, flags);
            return;
        }
        var completion = Shared(operation, Owner(ref core, site)!, ref core, site);
        var captures = flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext);
        if (state is Action { Target: Activation activation })
            activation.Suspend(operation, completion, captures, false, activation.Site, null);
        else
            Callback.Start(operation, completion, () => continuation(state), captures, true, null,
                site, carrier: Carrier.Pool);
    }

    public static void SetResult<T>(ref ManualResetValueTaskSourceCore<T> core, T result,
        string site)
    {
        var set = Setting.Begin(ref core, site);
        core.SetResult(result);
        set.Finish();
    }

    public static void SetException<T>(
        ref ManualResetValueTaskSourceCore<T> core, Exception error, string site)
    {
        var set = Setting.Begin(ref core, site);
        core.SetException(error);
        set.Finish();
    }

    private static Completion Shared<T>(
        Operation operation, ValueSource source, ref ManualResetValueTaskSourceCore<T> core,
        string site) =>
        source.Completion ??= Completion.Unnamed(
            operation, source.Owner, core.Version,
            core.RunContinuationsAsynchronously ? Resuming.Posts : Resuming.LikeSource, site);

    private static ValueSource? Owner<T>(ref ManualResetValueTaskSourceCore<T> core, string site)
    {
        if (Hook.Current is not { } operation) return null;
        var owner = operation.Execution.Memory.OwnerOf(
            ref System.Runtime.CompilerServices.Unsafe.As<ManualResetValueTaskSourceCore<T>, byte>(ref core));
        return owner is not null
            ? ValueSource.Of(operation, owner)
            : throw operation.Execution.Refuse("a ManualResetValueTaskSourceCore of unknown origin",
                "keep it in a field of the object that is asked", site);
    }

    /// <summary>Around what completes the real one.</summary>
    private readonly ref struct Setting
    {
        private readonly Operation? _operation;
        private readonly Completion? _completion;

        private Setting(Operation operation, Completion completion) =>
            (_operation, _completion) = (operation, completion);

        internal static Setting Begin<T>(ref ManualResetValueTaskSourceCore<T> core, string site)
        {
            if (Hook.Current is not { } operation || operation.Execution.IsOver
                || Owner(ref core, site) is not { IsPrivate: false } source) return default;
            var completion = Shared(operation, source, ref core, site);
            completion.Announce(operation, site);
            operation.Execution.Perform(operation);
            return new(operation, completion);
        }

        internal void Finish()
        {
            if (_operation is not { } operation) return;
            _completion!.Reached(operation.Execution);
            // At its end, an iterator has nothing left to do: who waits has an operation to go on.
            if (operation.Call is { Source: not null, Activation: { } own } && own.Vehicle == operation) return;
            _completion.RunWaiters(operation);
        }
    }
}
