using NUnit.Framework;

namespace Katas.Tests;

/// <summary>
/// Runs a learner's code for real, where the explorer can't follow it, and doesn't wait for it for
/// ever.
/// </summary>
static class Bounded
{
    const int LimitMs = 30_000;

    /// <param name="name">What to call it, should it not come back.</param>
    /// <returns>What the code returned, or what it threw.</returns>
    internal static (T Result, Exception? Error) Run<T>(Func<T> code, string name)
    {
        T result = default!;
        Exception? error = null;
        // In the background: one that hangs doesn't keep the process alive.
        var thread = new Thread(() =>
        {
            try
            {
                result = code();
            }
            catch (Exception exception)
            {
                error = exception;
            }
        })
        { IsBackground = true };
        thread.Start();

        if (!thread.Join(LimitMs))
            Assert.Fail($"{name} did not end within {LimitMs / 1000} seconds: does a loop go round"
                + " for ever?");
        return (result, error);
    }
}
