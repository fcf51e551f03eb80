using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// With a value for each worker, which goes with it from iteration to iteration.
internal sealed partial class ParallelLoop
{
    /// <summary>
    /// A worker is an operation: it takes one iteration after the other, as long as there are any. So
    /// all ways are tried to share them out.
    /// </summary>
    internal ParallelLoopResult Run<TLocal>(Operation operation, int count, Func<TLocal> first,
        Func<int, TLocal, TLocal> body, Action<TLocal> last)
    {
        var taken = operation.Execution.Memory.Of(new object(), LocationName.Model, operation);
        var workers = _degree < 0 ? count : Math.Min(_degree, count);
        if (workers < 2)
        {
            Work(taken, count, first, body, last);
            return Finish(operation, []);
        }
        operation.Execution.HasSharedOut = true;
        var parts = new Completion[workers];
        for (var i = 0; i < workers; i++)
        {
            parts[i] = Completion.New(operation, new object(), false, _site);
            Callback.Start(operation, null, () =>
            {
                TakeThread(Hook.Current!);
                Work(taken, count, first, body, last);
            }, false, false, parts[i], _site);
        }
        return Finish(operation, parts);
    }

    private void Work<TLocal>(Location taken, int count, Func<TLocal> first,
        Func<int, TLocal, TLocal> body, Action<TLocal> last)
    {
        var operation = Hook.Current!;
        var (hasValue, value) = (false, default(TLocal)!);
        while (TakeOne(operation, taken, count) is { } index)
        {
            Iterate(operation, index, i =>
            {
                if (!hasValue) (value, hasValue) = (first(), true);
                value = body(i, value);
            });
        }
        if (!hasValue) return;
        try
        {
            last(value);
        }
        catch (Exception exception) when (exception is not Unwinding)
        {
            Fails(operation, exception);
        }
    }

    private int? TakeOne(Operation operation, Location taken, int count)
    {
        Execution.Announce(operation, EventKind.Take, _site);
        (operation.Next.Location, operation.Next.Mode) = (taken, AccessMode.Write);
        operation.Execution.Perform(operation);
        return taken.State < count ? (int)taken.State++ : null;
    }
}
