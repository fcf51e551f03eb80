using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="TimeProvider"/>: the system's tells virtual time; one of the program's own is its own code.
/// </summary>
[Models(typeof(TimeProvider))]
public static class TimeProviderModel
{
    /// <summary>When virtual time begins.</summary>
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TimeProvider get_System(string site) => TimeProvider.System;

    public static TimeZoneInfo get_LocalTimeZone(TimeProvider provider, string site) =>
        provider.LocalTimeZone;

    public static long get_TimestampFrequency(TimeProvider provider, string site) =>
        provider.TimestampFrequency;

    public static long GetTimestamp(TimeProvider provider, string site) =>
        IsOwn(provider) ? provider.GetTimestamp() : base_GetTimestamp(provider, site);

    public static DateTimeOffset GetUtcNow(TimeProvider provider, string site) =>
        IsOwn(provider) ? provider.GetUtcNow() : base_GetUtcNow(provider, site);

    public static DateTimeOffset GetLocalNow(TimeProvider provider, string site) =>
        TimeZoneInfo.ConvertTime(GetUtcNow(provider, site), provider.LocalTimeZone);

    public static TimeSpan GetElapsedTime(
        TimeProvider provider, long startingTimestamp, long endingTimestamp, string site) =>
        provider.GetElapsedTime(startingTimestamp, endingTimestamp);

    public static TimeSpan GetElapsedTime(TimeProvider provider, long startingTimestamp, string site) =>
        provider.GetElapsedTime(startingTimestamp, GetTimestamp(provider, site));

    public static ITimer CreateTimer(TimeProvider provider, TimerCallback callback, object? state,
        TimeSpan dueTime, TimeSpan period, string site) => IsOwn(provider)
            ? provider.CreateTimer(callback, state, dueTime, period)
            : base_CreateTimer(provider, callback, state, dueTime, period, site);

    public static long base_GetTimestamp(TimeProvider provider, string site) =>
        Hook.Current is { } operation
            ? Elapsed(operation, site).Ticks * TimeProvider.System.TimestampFrequency / TimeSpan.TicksPerSecond
            : TimeProvider.System.GetTimestamp();

    public static DateTimeOffset base_GetUtcNow(TimeProvider provider, string site) =>
        Hook.Current is { } operation
            ? Start + Elapsed(operation, site)
            : TimeProvider.System.GetUtcNow();

    public static long base_get_TimestampFrequency(TimeProvider provider, string site) =>
        TimeProvider.System.TimestampFrequency;

    public static TimeZoneInfo base_get_LocalTimeZone(TimeProvider provider, string site) =>
        TimeProvider.System.LocalTimeZone;

    public static ITimer base_CreateTimer(TimeProvider provider, TimerCallback callback, object? state,
        TimeSpan dueTime, TimeSpan period, string site) => Hook.Current is null
            ? TimeProvider.System.CreateTimer(callback, state, dueTime, period)
            : new ExploredTimer(TimerModel.New(callback, state, dueTime, period, site), site);

    private static bool IsOwn(TimeProvider provider) => provider != TimeProvider.System;

    private static TimeSpan Elapsed(Operation operation, string site) =>
        TimeSpan.FromMilliseconds(operation.Execution.Time(operation, site));
}
