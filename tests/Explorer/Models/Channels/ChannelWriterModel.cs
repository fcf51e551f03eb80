using System.Threading.Channels;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Writing to a channel.</summary>
[Models(typeof(ChannelWriter<>))]
public static class ChannelWriterModel
{
    public static bool TryWrite<T>(ChannelWriter<T> writer, T item, string site) =>
        Known(writer, site) is var (operation, core)
            ? core.TryWrite(operation, item, site)
            : writer.TryWrite(item);

    public static ValueTask WriteAsync<T>(
        ChannelWriter<T> writer, T item, CancellationToken cancellationToken, string site) =>
        Known(writer, site) is var (operation, core)
            ? core.Write(operation, item, cancellationToken, site)
            : writer.WriteAsync(item, cancellationToken);

    public static ValueTask<bool> WaitToWriteAsync<T>(
        ChannelWriter<T> writer, CancellationToken cancellationToken, string site) =>
        Known(writer, site) is var (operation, core)
            ? core.WaitToWrite(operation, cancellationToken, site)
            : writer.WaitToWriteAsync(cancellationToken);

    public static bool TryComplete<T>(ChannelWriter<T> writer, Exception? error, string site) =>
        Known(writer, site) is var (operation, core)
            ? core.TryComplete(operation, error, site)
            : writer.TryComplete(error);

    public static void Complete<T>(ChannelWriter<T> writer, Exception? error, string site)
    {
        if (!TryComplete(writer, error, site)) throw new ChannelClosedException();
    }

    /// <returns>Null outside an execution, and for a writer of the program's own.</returns>
    private static (Operation, ChannelCore<T>)? Known<T>(ChannelWriter<T> writer, string site)
    {
        if (writer is null) throw new NullReferenceException();
        if (Hook.Current is not { } operation) return null;
        if (writer is ExploredWriter<T> explored) return (operation, explored.Core);
        return writer.GetType().Assembly != typeof(Channel).Assembly ? null
            : throw operation.Execution.Refuse("a channel made outside the test's body", "make it inside", site);
    }
}
