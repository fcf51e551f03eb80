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
        private ValueTask<bool>? _more;
        private bool _hasBegun;

        public T Current { get; private set; } = default!;

        public ValueTask<bool> MoveNextAsync()
        {
            var operation = Hook.Current!;
            // Nobody can tell whether it gives way.
            if (AsyncMethods.WaitsOnItsOwn(operation)) return new(Moved(operation, true)!.Value);
            return Moved(operation, false) is { } moved ? new(moved) : new(Later(operation));
        }

        public ValueTask DisposeAsync() => default;

        /// <returns>Null if it has to wait, and may not.</returns>
        private bool? Moved(Operation operation, bool waits)
        {
            if (token.CanBeCanceled) return MovedInSteps(operation, waits);
            var moved = core.TakeNext(operation, waits, out var item, site);
            Current = item;
            return moved;
        }

        /// <summary>
        /// As .NET does it: the token counts when a wait begins, and in the middle of one, but not
        /// when an item is there.
        /// </summary>
        private bool? MovedInSteps(Operation operation, bool waits)
        {
            while (true)
            {
                if (_more is null && _hasBegun && core.TryRead(operation, out var item, site))
                {
                    Current = item;
                    return true;
                }
                _hasBegun = true;
                var more = _more ?? core.WaitToRead(operation, token, site);
                _more = more;
                if (!more.IsCompleted && !waits) return null;
                Tasks.Wait(operation, more.AsTask(), site);
                _more = null;
                if (!more.GetAwaiter().GetResult()) return false;
            }
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
