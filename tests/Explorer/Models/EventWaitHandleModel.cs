using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Setting and resetting, of every event of the operating system.</summary>
[Models(typeof(EventWaitHandle))]
public static class EventWaitHandleModel
{
    public static EventWaitHandle New(bool initialState, EventResetMode mode, string site) =>
        EventHandle.Make(Hook.Current, new EventWaitHandle(initialState, mode), initialState,
            mode == EventResetMode.AutoReset);

    public static bool Set(EventWaitHandle handle, string site) => Hook.Current is { } operation
        ? EventHandle.Change(operation, handle, EventKind.Set, 1, site)
        : handle.Set();

    public static bool Reset(EventWaitHandle handle, string site) => Hook.Current is { } operation
        ? EventHandle.Change(operation, handle, EventKind.Reset, 0, site)
        : handle.Reset();
}

/// <summary>Lets one pass, and is reset by that.</summary>
[Models(typeof(AutoResetEvent))]
public static class AutoResetEventModel
{
    public static AutoResetEvent New(bool initialState, string site) =>
        EventHandle.Make(Hook.Current, new AutoResetEvent(initialState), initialState, isAuto: true);
}

/// <summary>Lets all pass until it is reset.</summary>
[Models(typeof(ManualResetEvent))]
public static class ManualResetEventModel
{
    public static ManualResetEvent New(bool initialState, string site) =>
        EventHandle.Make(Hook.Current, new ManualResetEvent(initialState), initialState, isAuto: false);
}
