using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="CancellationTokenSource"/>: cancelled by a call, by the clock, by another.</summary>
[Models(typeof(CancellationTokenSource))]
public static class CancellationTokenSourceModel
{
    public static CancellationTokenSource New(string site)
    {
        var source = new CancellationTokenSource();
        if (Hook.Current is { } operation) Cancellation.Make(operation, source);
        return source;
    }

    public static CancellationTokenSource New(int millisecondsDelay, string site)
    {
        if (Hook.Current is not { } operation) return new(millisecondsDelay);
        return Made(operation, Limits.Of(millisecondsDelay, nameof(millisecondsDelay)), site);
    }

    public static CancellationTokenSource New(TimeSpan delay, string site) =>
        Hook.Current is { } operation
            ? Made(operation, Limits.Of(delay, nameof(delay)), site)
            : new(delay);

    public static CancellationTokenSource New(TimeSpan delay, TimeProvider timeProvider,
        string site)
    {
        if (Hook.Current is not { } operation) return new(delay, timeProvider);
        ArgumentNullException.ThrowIfNull(timeProvider);
        var milliseconds = Limits.Of(delay, nameof(delay));
        if (timeProvider == TimeProvider.System || milliseconds <= 0)
            return Made(operation, milliseconds, site);
        var source = New(site);
        timeProvider.CreateTimer(
            _ => Cancel(source, site), null, delay, Timeout.InfiniteTimeSpan);
        return source;
    }

    public static bool TryReset(CancellationTokenSource source, string site) =>
        Known(source) is var (operation, cancellation)
            ? cancellation.TryReset(operation, site)
            : source.TryReset();

    public static CancellationToken get_Token(CancellationTokenSource source, string site) =>
        Known(source) is var (operation, cancellation) ? cancellation.Get(operation, site) : source.Token;

    public static bool get_IsCancellationRequested(CancellationTokenSource source, string site) =>
        Known(source) is var (operation, cancellation)
            ? Cancellation.IsRequestedOf(operation, cancellation.Token, site)
            : source.IsCancellationRequested;

    public static void Cancel(CancellationTokenSource source, string site) =>
        Cancel(source, false, site);

    public static void Cancel(CancellationTokenSource source, bool throwOnFirstException,
        string site)
    {
        if (Known(source) is var (operation, cancellation))
            cancellation.Cancel(operation, throwOnFirstException, site);
        else
            source.Cancel(throwOnFirstException);
    }

    public static Task CancelAsync(CancellationTokenSource source, string site) =>
        Known(source) is var (operation, cancellation)
            ? cancellation.CancelLater(operation, site)
            : source.CancelAsync();

    public static void CancelAfter(CancellationTokenSource source, int millisecondsDelay,
        string site)
    {
        if (Known(source) is var (operation, cancellation))
            cancellation.After(operation, Limits.Of(millisecondsDelay, nameof(millisecondsDelay)), site);
        else
            source.CancelAfter(millisecondsDelay);
    }

    public static void CancelAfter(CancellationTokenSource source, TimeSpan delay, string site)
    {
        if (Known(source) is var (operation, cancellation))
            cancellation.After(operation, Limits.Of(delay, nameof(delay)), site);
        else
            source.CancelAfter(delay);
    }

    public static void Dispose(CancellationTokenSource source, string site)
    {
        if (Known(source) is var (operation, cancellation)) cancellation.Dispose(operation, site);
        else source.Dispose();
    }

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token,
        string site) =>
        Linked([token], site);

    public static CancellationTokenSource CreateLinkedTokenSource(
        CancellationToken token1, CancellationToken token2, string site) => Linked([token1, token2], site);

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken[] tokens,
        string site)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Linked(tokens, site);
    }

    public static CancellationTokenSource CreateLinkedTokenSource(
        ReadOnlySpan<CancellationToken> tokens, string site) => Linked(tokens, site);

    private static CancellationTokenSource Linked(ReadOnlySpan<CancellationToken> tokens,
        string site) =>
        Hook.Current is { } operation
            ? Cancellation.Linked(operation, tokens, site)
            : CancellationTokenSource.CreateLinkedTokenSource(tokens);

    private static CancellationTokenSource Made(Operation operation, int milliseconds, string site)
    {
        var source = new CancellationTokenSource();
        var cancellation = Cancellation.Make(operation, source);
        if (milliseconds == 0) cancellation.HappensAtOnce();
        else if (milliseconds > 0) cancellation.After(operation, milliseconds, site);
        return source;
    }

    /// <returns>Null outside an execution.</returns>
    private static (Operation, Cancellation)? Known(CancellationTokenSource source) =>
        Hook.Current is { } operation ? (operation, Cancellation.Of(operation, source)) : null;
}
