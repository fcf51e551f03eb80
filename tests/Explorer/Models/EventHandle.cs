using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What stands for an event of the operating system: the location's state is 1 while it is set.
/// </summary>
/// <param name="isAuto">Whether letting one pass resets it.</param>
internal sealed class EventHandle(bool isAuto)
{
    internal bool IsAuto => isAuto;

    /// <summary>Getting past one that resets itself can be told from getting past later.</summary>
    internal AccessMode Mode => isAuto ? AccessMode.Write : AccessMode.Read;

    internal static T Make<T>(Operation? operation, T handle, bool initialState, bool isAuto)
        where T : EventWaitHandle
    {
        if (operation is null) return handle;
        var location = Primitive.At(operation, handle);
        location.Model = new EventHandle(isAuto);
        location.State = initialState ? 1 : 0;
        return handle;
    }

    /// <summary>What the exception calls a handle that has been closed: see <c>SafeHandle.cs</c>.</summary>
    internal const string Closed = "SafeHandle";

    internal static bool Change(
        Operation operation, EventWaitHandle handle, EventKind kind, int state, string site)
    {
        var location = At(operation, handle, site);
        Primitive.Write(operation, location, kind, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Closed);
        location.State = state;
        return true;
    }

    internal static void Close(Operation operation, WaitHandle handle, string site) =>
        Disposal.Dispose(operation, handle, At(operation, handle, site), site);

    /// <summary>Whoever gets past one that resets itself does so alone.</summary>
    internal static void Pass(Location location)
    {
        if (((EventHandle)location.Model!).IsAuto) location.State = 0;
    }

    internal static Location At(Operation operation, WaitHandle handle, string site)
    {
        var location = Primitive.At(operation, handle);
        return location.Model is EventHandle ? location : throw operation.Execution.Refuse(
            "a WaitHandle made outside the test's body", "make it inside: use new there", site);
    }
}
