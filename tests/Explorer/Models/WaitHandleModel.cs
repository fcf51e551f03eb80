using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Waiting for one event of the operating system, or for several.</summary>
[Models(typeof(WaitHandle))]
public static class WaitHandleModel
{
    public static bool WaitOne(WaitHandle handle, string site) => Hook.Current is { } operation
        ? WaitOne(operation, handle, Timeout.Infinite, site)
        : handle.WaitOne();

    public static bool WaitOne(WaitHandle handle, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
            ? WaitOne(operation, handle,
                Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site)
            : handle.WaitOne(millisecondsTimeout);

    public static bool WaitOne(WaitHandle handle, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? WaitOne(operation, handle, Limits.Of(timeout, nameof(timeout)), site)
            : handle.WaitOne(timeout);

    /// <summary>What <c>exitContext</c> asks for exists in the .NET Framework only.</summary>
    public static bool WaitOne(
        WaitHandle handle, int millisecondsTimeout, bool exitContext, string site) =>
        WaitOne(handle, millisecondsTimeout, site);

    public static bool WaitOne(WaitHandle handle, TimeSpan timeout, bool exitContext, string site) =>
        WaitOne(handle, timeout, site);

    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, string site) =>
        Hook.Current is { } operation
            ? SignalAndWait(operation, toSignal, toWaitOn, Timeout.Infinite, site)
            : WaitHandle.SignalAndWait(toSignal, toWaitOn);

    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn,
        int millisecondsTimeout, bool exitContext, string site) => Hook.Current is { } operation
            ? SignalAndWait(operation, toSignal, toWaitOn, millisecondsTimeout, site)
            : WaitHandle.SignalAndWait(toSignal, toWaitOn, millisecondsTimeout, exitContext);

    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, TimeSpan timeout,
        bool exitContext, string site) => Hook.Current is { } operation
            ? SignalAndWait(operation, toSignal, toWaitOn, Limits.Of(timeout, nameof(timeout)), site)
            : WaitHandle.SignalAndWait(toSignal, toWaitOn, timeout, exitContext);

    /// <summary>Two steps: "this operation is not guaranteed to be atomic" (its remarks).</summary>
    private static bool SignalAndWait(
        Operation operation, WaitHandle toSignal, WaitHandle toWaitOn, int limit, string site)
    {
        ArgumentNullException.ThrowIfNull(toSignal);
        ArgumentNullException.ThrowIfNull(toWaitOn);
        Limits.Of(limit, "millisecondsTimeout");
        if (toSignal is not EventWaitHandle signalled)
            throw operation.Execution.Refuse("WaitHandle.SignalAndWait of another kind of handle",
                "use an AutoResetEvent or a ManualResetEvent", site);
        EventHandle.Change(operation, signalled, EventKind.Set, 1, site);
        return WaitOne(operation, toWaitOn, limit, site);
    }

    public static int WaitAny(WaitHandle[] waitHandles, string site) => Hook.Current is { } operation
        ? Several.Any(operation, waitHandles, Timeout.Infinite, site)
        : WaitHandle.WaitAny(waitHandles);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
            ? Several.Any(operation, waitHandles, millisecondsTimeout, site)
            : WaitHandle.WaitAny(waitHandles, millisecondsTimeout);

    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? Several.Any(operation, waitHandles, Limits.Of(timeout, nameof(timeout)), site)
            : WaitHandle.WaitAny(waitHandles, timeout);

    public static bool WaitAll(WaitHandle[] waitHandles, string site) => Hook.Current is { } operation
        ? Several.All(operation, waitHandles, Timeout.Infinite, site)
        : WaitHandle.WaitAll(waitHandles);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
            ? Several.All(operation, waitHandles, millisecondsTimeout, site)
            : WaitHandle.WaitAll(waitHandles, millisecondsTimeout);

    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? Several.All(operation, waitHandles, Limits.Of(timeout, nameof(timeout)), site)
            : WaitHandle.WaitAll(waitHandles, timeout);

    public static void Close(WaitHandle handle, string site) => Dispose(handle, site);

    public static void Dispose(WaitHandle handle, string site)
    {
        if (Hook.Current is { } operation) Handle.Close(operation, handle, site);
        else handle.Dispose();
    }

    private static bool WaitOne(Operation operation, WaitHandle handle, int limit, string site)
    {
        var location = Handle.At(operation, handle, site);
        var waited = Handle.Of(location);
        ICondition condition = waited.IsHeldBy(operation) ? new Always() : new IsAboveZero(location);
        var waiting = new Waiting(EventKind.Await, location, waited.Mode, condition, site)
        {
            DisposedAs = Handle.Closed,
        };
        if (!waiting.Within(operation, limit)) return false;
        waited.Pass(operation, location);
        return true;
    }

    /// <summary>Of a mutex that the operation owns already: nobody else can change that.</summary>
    private sealed class Always : ICondition
    {
        public bool Holds(States states) => true;
    }
}
