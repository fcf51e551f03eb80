using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Tokens: asked, or told of.</summary>
[Models(typeof(CancellationToken))]
public static class CancellationTokenModel
{
    public static bool get_IsCancellationRequested(ref CancellationToken token, string site) =>
        Hook.Current is { } operation
            ? Cancellation.IsRequestedOf(operation, token, site)
            : token.IsCancellationRequested;

    public static bool get_CanBeCanceled(ref CancellationToken token, string site) =>
        token.CanBeCanceled;

    public static WaitHandle get_WaitHandle(ref CancellationToken token, string site)
    {
        if (Hook.Current is not { } operation) return token.WaitHandle;
        if (Cancellation.Of(operation, token) is { } cancellation)
            return cancellation.Handle(operation, site);
        // Nobody ever sets it, or it has been set all along.
        return ManualResetEventModel.New(token.IsCancellationRequested, site);
    }

    public static void ThrowIfCancellationRequested(ref CancellationToken token, string site)
    {
        if (get_IsCancellationRequested(ref token, site)) throw new OperationCanceledException(token);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken token, Action callback, string site) =>
        Register(ref token, callback, false, site);

    public static CancellationTokenRegistration Register(
        ref CancellationToken token, Action callback, bool useSynchronizationContext, string site)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Hook.Current is { } operation
            ? Registered.Make(operation, token, callback, true, useSynchronizationContext, site)
            : token.Register(callback, useSynchronizationContext);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken token, Action<object?> callback, object? state, string site) =>
        Register(ref token, callback, state, false, site);

    public static CancellationTokenRegistration Register(
        ref CancellationToken token, Action<object?> callback, object? state,
        bool useSynchronizationContext, string site)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Hook.Current is { } operation
            ? Registered.Make(operation, token, () => callback(state), true, useSynchronizationContext, site)
            : token.Register(callback, state, useSynchronizationContext);
    }

    public static CancellationTokenRegistration Register(
        ref CancellationToken token, Action<object?, CancellationToken> callback, object? state, string site)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (Hook.Current is not { } operation) return token.Register(callback, state);
        var own = token;
        return Registered.Make(operation, token, () => callback(state, own), true, false, site);
    }

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken token, Action<object?> callback, object? state, string site)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Hook.Current is { } operation
            ? Registered.Make(operation, token, () => callback(state), false, false, site)
            : token.UnsafeRegister(callback, state);
    }

    public static CancellationTokenRegistration UnsafeRegister(
        ref CancellationToken token, Action<object?, CancellationToken> callback, object? state, string site)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (Hook.Current is not { } operation) return token.UnsafeRegister(callback, state);
        var own = token;
        return Registered.Make(operation, token, () => callback(state, own), false, false, site);
    }
}
