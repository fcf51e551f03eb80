using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What <c>ReadAllAsync</c> gives: every item to the end of the channel.</summary>
internal sealed class ChannelItems<T>(ChannelCore<T> core, CancellationToken token, string site)
    : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Hook.Current is { } operation && token.CanBeCanceled && cancellationToken.CanBeCanceled
            && token != cancellationToken)
            throw operation.Execution.Refuse("two tokens for one ReadAllAsync", "give one", site);
        return new Enumerator(core, token.CanBeCanceled ? token : cancellationToken, site);
    }

    private sealed class Enumerator(ChannelCore<T> core, CancellationToken token, string site)
        : IAsyncEnumerator<T>
    {
        public T Current { get; private set; } = default!;

        public ValueTask<bool> MoveNextAsync()
        {
            var operation = Hook.Current!;
            // Nobody can tell whether it gives way.
            if (AsyncMethods.WaitsOnItsOwn(operation, true)) return new(Moved(operation, true)!.Value);
            return Moved(operation, false) is { } moved ? new(moved) : new(Later(operation));
        }

        public ValueTask DisposeAsync() => default;

        private bool? Moved(Operation operation, bool waits)
        {
            var moved = core.TakeNext(operation, token, waits, out var item, site);
            Current = item;
            return moved;
        }

        /// <summary>Whoever called goes on: another operation waits.</summary>
        private Task<bool> Later(Operation operation)
        {
            var source = new TaskCompletionSource<bool>();
            var completion = Completion.New(operation, source.Task, false, site);
            completion.IsObserved = true;
            Callback.Start(operation, null, () =>
            {
                try
                {
                    source.SetResult(Moved(Hook.Current!, true)!.Value);
                }
                catch (Exception exception) when (exception is not Unwinding)
                {
                    source.SetException(exception);
                    _ = source.Task.Exception;
                }
            }, false, false, completion, site);
            // It is the caller's own wait, no work that could be left behind.
            completion.Worker = null;
            return source.Task;
        }
    }
}
