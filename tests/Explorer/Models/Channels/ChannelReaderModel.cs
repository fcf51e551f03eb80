using System.Threading.Channels;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Reading from a channel.</summary>
[Models(typeof(ChannelReader<>))]
public static class ChannelReaderModel
{
    public static Task get_Completion<T>(ChannelReader<T> reader, string site) => reader.Completion;

    public static bool get_CanCount<T>(ChannelReader<T> reader, string site) => reader.CanCount;

    public static bool get_CanPeek<T>(ChannelReader<T> reader, string site) => reader.CanPeek;

    public static int get_Count<T>(ChannelReader<T> reader, string site) =>
        Known(reader, site) is var (operation, core) && core.Plan.CanCount
            ? core.Count(operation, site) : reader.Count;

    public static bool TryPeek<T>(ChannelReader<T> reader, out T item, string site)
    {
        if (Known(reader, site) is not var (operation, core)) return reader.TryPeek(out item!);
        var found = core.TryPeek(operation, out var value, site);
        Taken.Into(out item, value, site);
        return found;
    }

    public static bool TryRead<T>(ChannelReader<T> reader, out T item, string site)
    {
        if (Known(reader, site) is not var (operation, core)) return reader.TryRead(out item!);
        var found = core.TryRead(operation, out var value, site);
        Taken.Into(out item, value, site);
        return found;
    }

    public static ValueTask<T> ReadAsync<T>(
        ChannelReader<T> reader, CancellationToken cancellationToken, string site) =>
        Known(reader, site) is var (operation, core)
            ? core.Read(operation, cancellationToken, site)
            : reader.ReadAsync(cancellationToken);

    public static ValueTask<bool> WaitToReadAsync<T>(
        ChannelReader<T> reader, CancellationToken cancellationToken, string site) =>
        Known(reader, site) is var (operation, core)
            ? core.WaitToRead(operation, cancellationToken, site)
            : reader.WaitToReadAsync(cancellationToken);

    public static IAsyncEnumerable<T> ReadAllAsync<T>(
        ChannelReader<T> reader, CancellationToken cancellationToken, string site) =>
        Known(reader, site) is not var (operation, core) ? reader.ReadAllAsync(cancellationToken)
        : core.Plan.RunsWaiters ? throw operation.Execution.Refuse(
            "ReadAllAsync of a channel with AllowSynchronousContinuations", "use ReadAsync", site)
        : new ChannelItems<T>(core, cancellationToken, site);

    /// <returns>Null outside an execution, and for a reader of the program's own.</returns>
    private static (Operation, ChannelCore<T>)? Known<T>(ChannelReader<T> reader, string site)
    {
        if (reader is null) throw new NullReferenceException();
        if (Hook.Current is not { } operation) return null;
        if (reader is ExploredReader<T> explored) return (operation, explored.Core);
        return reader.GetType().Assembly != typeof(Channel).Assembly ? null
            : throw operation.Execution.Refuse("a channel made outside the test's body", "make it inside", site);
    }
}
