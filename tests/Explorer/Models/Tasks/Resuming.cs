namespace Interleavings.Models;

/// <summary>What the call that completes something does with those who wait for it, as .NET does.</summary>
internal enum Resuming
{
    /// <summary>Nothing: they go on elsewhere, a moment later.</summary>
    Later,

    /// <summary>Who has a place is handed to it; the others go on elsewhere.</summary>
    Posts,

    /// <summary>
    /// As a task does: runs them, unless it is in a place itself. Who has a place runs there if it is
    /// the current context, or if its scheduler, which is asked, says so.
    /// </summary>
    LikeTask,

    /// <summary>
    /// As a ManualResetValueTaskSourceCore does: runs them, wherever it is; but who has a place is
    /// handed to it, even if it is there already.
    /// </summary>
    LikeSource,

    /// <summary>
    /// As a channel does that allows it: runs them, wherever it is, and who has a place if it is there.
    /// </summary>
    LikeChannel,
}
