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
        if (Hook.Current is { } operation) EventHandle.Close(operation, handle, site);
        else handle.Dispose();
    }

    private static bool WaitOne(Operation operation, WaitHandle handle, int limit, string site)
    {
        var location = EventHandle.At(operation, handle, site);
        var mode = ((EventHandle)location.Model!).Mode;
        var waiting = new Waiting(
            EventKind.Await, location, mode, new IsAboveZero(location), site)
        {
            DisposedAs = EventHandle.Closed,
        };
        if (!waiting.Within(operation, limit)) return false;
        EventHandle.Pass(location);
        return true;
    }
}
