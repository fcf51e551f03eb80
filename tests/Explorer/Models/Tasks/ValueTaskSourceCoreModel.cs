using System.Threading.Tasks.Sources;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What an async iterator, or an object that is asked by a ValueTask, keeps its state in. The real
/// one carries result and exception, and says whether a token is stale.
/// </summary>
/// <remarks>
/// Each round, from a reset to the next, is something that can be completed, and awaited once. Which round
/// a call meets is decided by the order of the calls: so all of them touch the core. See
/// <c>ManualResetValueTaskSourceCore.cs</c> of the runtime.
/// </remarks>
[Models(typeof(ManualResetValueTaskSourceCore<>))]
public static class ValueTaskSourceCoreModel
{
    public static void Reset<T>(ref ManualResetValueTaskSourceCore<T> core, string site)
    {
        if (Owner(ref core, site) is not { } source)
        {
            core.Reset();
            return;
        }
        var operation = Hook.Current!;
        if (!source.IsIterator && !operation.Execution.IsOver)
        {
            Execution.Announce(operation, EventKind.Reset, site);
            ref var next = ref operation.Next;
            next.Location = At(operation, source);
            next.Mode = AccessMode.Write;
            next.More = [new(RoundOf(operation, source), AccessMode.Write)];
            operation.Execution.Perform(operation);
        }
        core.Reset();
        source.Completion = null;
        source.IsAwaited = false;
        if (source.IsIterator) return;
        // Who is about to set it sets the round that begins here.
        var round = Shared(operation, source, ref core, site);
        operation.Execution.Retouch(At(operation, source), EventKind.Complete, round.WhenReached);
    }

    public static short get_Version<T>(ref ManualResetValueTaskSourceCore<T> core, string site)
    {
        if (Owner(ref core, site) is { IsIterator: false } source)
            Look(RoundOf(Hook.Current!, source), site);
        return core.Version;
    }

    public static bool get_RunContinuationsAsynchronously<T>(
        ref ManualResetValueTaskSourceCore<T> core, string site) => core.RunContinuationsAsynchronously;

    public static void set_RunContinuationsAsynchronously<T>(
        ref ManualResetValueTaskSourceCore<T> core, bool value, string site) =>
        core.RunContinuationsAsynchronously = value;

    public static ValueTaskSourceStatus GetStatus<T>(
        ref ManualResetValueTaskSourceCore<T> core, short token, string site)
    {
        if (Owner(ref core, site) is not { IsPrivate: false } source) return core.GetStatus(token);
        if (!source.IsIterator)
        {
            Look(At(Hook.Current!, source), site);
        }
        else
        {
            var completion = Shared(Hook.Current!, source, ref core, site);
            if (!Tasks.IsComplete(Hook.Current!, completion, site)) return ValueTaskSourceStatus.Pending;
        }
        return core.GetStatus(token);
    }

    public static T GetResult<T>(ref ManualResetValueTaskSourceCore<T> core, short token, string site)
    {
        if (Owner(ref core, site) is { IsIterator: false } source) Look(At(Hook.Current!, source), site);
        return core.GetResult(token);
    }

    public static void OnCompleted<T>(
        ref ManualResetValueTaskSourceCore<T> core, Action<object?> continuation, object? state,
        short token, ValueTaskSourceOnCompletedFlags flags, string site)
    {
        if (Hook.Current is not { } operation)
        {
            core.OnCompleted(continuation, state, token, flags);
            return;
        }
        var source = Owner(ref core, site)!;
        if (!source.IsIterator)
        {
            ArgumentNullException.ThrowIfNull(continuation);
            if (operation.IsObserved)
                Primitive.Write(operation, At(operation, source), EventKind.Register, false, site);
            // The check of the token, and what a second awaiter of one round gets to hear.
            var isComplete = core.GetStatus(token) != ValueTaskSourceStatus.Pending;
            if (source.IsAwaited) throw new InvalidOperationException("Operation is not valid.");
            source.IsAwaited = !isComplete;
        }
        var completion = Shared(operation, source, ref core, site);
        var captures = flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext);
        if (state is Action { Target: Activation activation })
            activation.Suspend(operation, completion, captures, false, activation.Site, null);
        else
            Callback.Start(operation, completion, () => continuation(state), captures, true, null,
                site, carrier: Carrier.Pool);
        if (!source.IsIterator && source.Completion == completion)
            operation.Execution.Retouch(At(operation, source), EventKind.Complete, completion.WhenReached);
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
        string site)
    {
        if (source.Completion is { } known) return known;
        var completion = Completion.Unnamed(
            operation, source.Owner, core.Version,
            core.RunContinuationsAsynchronously ? Resuming.Posts : Resuming.LikeSource, site);
        if (!source.IsIterator) completion.PublishedAt = At(operation, source);
        return source.Completion = completion;
    }

    private static Location At(Operation operation, ValueSource source) =>
        operation.Execution.Memory.Of(source.Owner, LocationName.Core, operation);

    private static Location RoundOf(Operation operation, ValueSource source) =>
        operation.Execution.Memory.Of(source.Owner, LocationName.Round, operation);

    private static void Look(Location location, string site)
    {
        if (Hook.Current is { IsObserved: true } operation && !operation.Execution.IsOver)
            Primitive.Read(operation, location, site);
    }

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
            if (!source.IsIterator)
            {
                ref var next = ref operation.Next;
                next.Location = At(operation, source);
                next.More = completion.WhenReached;
            }
            operation.Execution.Perform(operation);
            // Meanwhile it may have been reset.
            return new(operation, Shared(operation, source, ref core, site));
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
