using System.Threading.Channels;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A channel made in an execution. Library code that is handed one meets these members.</summary>
internal sealed class ExploredChannel<T> : Channel<T>
{
    internal ExploredChannel(Operation operation, ChannelPlan<T> plan, string site)
    {
        var core = new ChannelCore<T>(operation, plan, site);
        Reader = new ExploredReader<T>(core);
        Writer = new ExploredWriter<T>(core);
    }
}

/// <summary>Its reading side.</summary>
internal sealed class ExploredReader<T>(ChannelCore<T> core) : ChannelReader<T>
{
    internal ChannelCore<T> Core => core;

    public override Task Completion => core.Over;

    public override bool CanCount => core.Plan.CanCount;

    public override bool CanPeek => true;

    public override int Count => core.Plan.CanCount ? core.Count(Hook.Current!, "") : base.Count;

    public override bool TryPeek(out T item) => core.TryPeek(Hook.Current!, out item, "");

    public override bool TryRead(out T item) => core.TryRead(Hook.Current!, out item, "");

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
        core.WaitToRead(Hook.Current!, cancellationToken, "");

    public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default) =>
        core.Read(Hook.Current!, cancellationToken, "");
}

/// <summary>Its writing side.</summary>
internal sealed class ExploredWriter<T>(ChannelCore<T> core) : ChannelWriter<T>
{
    internal ChannelCore<T> Core => core;

    public override bool TryComplete(Exception? error = null) => core.TryComplete(Hook.Current!, error, "");

    public override bool TryWrite(T item) => core.TryWrite(Hook.Current!, item, "");

    public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) =>
        core.WaitToWrite(Hook.Current!, cancellationToken, "");

    public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default) =>
        core.Write(Hook.Current!, item, cancellationToken, "");
}
