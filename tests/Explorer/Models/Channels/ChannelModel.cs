using System.Threading.Channels;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Making channels.</summary>
[Models(typeof(Channel))]
public static class ChannelModel
{
    public static Channel<T> CreateUnbounded<T>(string site) => Hook.Current is { } operation
        ? new ExploredChannel<T>(operation, new(-1, default, null, false, true), site)
        : Channel.CreateUnbounded<T>();

    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options, string site)
    {
        if (Hook.Current is not { } operation) return Channel.CreateUnbounded<T>(options);
        ArgumentNullException.ThrowIfNull(options);
        return new ExploredChannel<T>(operation,
            new(-1, default, null, options.AllowSynchronousContinuations, !options.SingleReader), site);
    }

    public static Channel<T> CreateBounded<T>(int capacity, string site)
    {
        if (Hook.Current is null) return Channel.CreateBounded<T>(capacity);
        // The real one checks the capacity.
        _ = Channel.CreateBounded<T>(capacity);
        return CreateBounded<T>(new BoundedChannelOptions(capacity), null, site);
    }

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, string site) =>
        CreateBounded<T>(options, null, site);

    public static Channel<T> CreateBounded<T>(
        BoundedChannelOptions options, Action<T>? itemDropped, string site)
    {
        if (Hook.Current is not { } operation) return Channel.CreateBounded(options, itemDropped);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Capacity == 0)
            throw operation.Execution.Refuse("a channel without room", "use a capacity of 1 or more", site);
        return new ExploredChannel<T>(operation, new(
            options.Capacity, options.FullMode, itemDropped, options.AllowSynchronousContinuations, true), site);
    }
}

/// <summary>The two sides of a channel: they never change.</summary>
[Models(typeof(Channel<,>))]
public static class ChannelSidesModel
{
    public static ChannelReader<TRead> get_Reader<TWrite, TRead>(Channel<TWrite, TRead> channel, string site) =>
        channel.Reader;

    public static ChannelWriter<TWrite> get_Writer<TWrite, TRead>(Channel<TWrite, TRead> channel, string site) =>
        channel.Writer;
}
