using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What stands for a handle of the operating system that can be waited for: the location's state is above
/// zero while it lets somebody pass.
/// </summary>
internal abstract class Handle
{
    /// <summary>Getting past one that is the same afterwards can't be told from getting past later.</summary>
    internal abstract AccessMode Mode { get; }

    /// <summary>Whether the operation need not wait, whatever the state.</summary>
    internal virtual bool IsHeldBy(Operation operation) => false;

    /// <summary>The operation has got past.</summary>
    internal abstract void Pass(Operation operation, Location location);

    /// <summary>What the exception calls a handle that has been closed: see <c>SafeHandle.cs</c>.</summary>
    internal const string Closed = "SafeHandle";

    internal static Handle Of(Location location) => (Handle)location.Model!;

    internal static void Close(Operation operation, WaitHandle handle, string site) =>
        Disposal.Dispose(operation, handle, At(operation, handle, site), site);

    internal static Location At(Operation operation, WaitHandle handle, string site)
    {
        var location = Primitive.At(operation, handle);
        return location.Model is Handle ? location : throw operation.Execution.Refuse(
            "a WaitHandle made outside the test's body", "make it inside: use new there", site);
    }
}

/// <summary>An event of the operating system: the state is 1 while it is set.</summary>
/// <param name="isAuto">Whether letting one pass resets it.</param>
internal sealed class EventHandle(bool isAuto) : Handle
{
    internal override AccessMode Mode => isAuto ? AccessMode.Write : AccessMode.Read;

    /// <summary>Whoever gets past one that resets itself does so alone.</summary>
    internal override void Pass(Operation operation, Location location)
    {
        if (isAuto) location.State = 0;
    }

    internal static T Make<T>(Operation? operation, T handle, bool initialState, bool isAuto)
        where T : EventWaitHandle
    {
        if (operation is null) return handle;
        var location = Primitive.At(operation, handle);
        location.Model = new EventHandle(isAuto);
        location.State = initialState ? 1 : 0;
        return handle;
    }

    internal static bool Change(
        Operation operation, EventWaitHandle handle, EventKind kind, int state, string site)
    {
        var location = At(operation, handle, site);
        Primitive.Write(operation, location, kind, releases: true, site);
        Disposal.ThrowIfDisposed(operation, location, Closed);
        location.State = state;
        return true;
    }
}
