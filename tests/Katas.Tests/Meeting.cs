namespace Katas.Tests;

/// <summary>
/// A barrier that is awaited: whoever arrives goes on when so many have arrived. Those who come
/// later go on at once.
/// </summary>
sealed class Meeting(int parties)
{
    readonly TaskCompletionSource _complete =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    int _arrived;

    /// <summary>For those who wait without being one of them.</summary>
    internal Task Complete => _complete.Task;

    internal Task Arrive()
    {
        if (Interlocked.Increment(ref _arrived) == parties) _complete.SetResult();
        return _complete.Task;
    }
}
