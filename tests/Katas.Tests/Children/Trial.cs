using System.Diagnostics;

namespace Katas.Tests;

/// <summary>A learner's code that starts children, on a thread of its own.</summary>
[StackTraceHidden]
sealed class Trial<T>
{
    readonly Action<Action> announce;
    readonly Func<Func<bool>, bool> waitFor;
    T result = default!;
    Exception? error;

    /// <param name="announce">Changes something so that whoever waits for it is told.</param>
    /// <param name="waitFor">Waits until it is so; false if it is never going to be.</param>
    internal Trial(Func<T> code, Action<Action> announce, Func<Func<bool>, bool> waitFor)
    {
        (this.announce, this.waitFor) = (announce, waitFor);
        // In the background: one that hangs doesn't keep the process alive.
        new Thread(() => Run(code)) { IsBackground = true }.Start();
    }

    internal bool IsDone { get; private set; }

    /// <param name="stuck">What to say if it never ends: nobody moves any more.</param>
    /// <returns>What the code returned, or what it threw.</returns>
    internal (T Result, Exception? Error) Ended(Func<string> stuck)
    {
        if (!waitFor(() => IsDone)) Fail.Because(stuck());
        return (result, error);
    }

    void Run(Func<T> code)
    {
        try
        {
            result = code();
        }
        catch (Exception exception)
        {
            error = exception;
        }
        announce(() => IsDone = true);
    }
}
