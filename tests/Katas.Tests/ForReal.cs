using Interleavings;
using Shouldly;

namespace Katas.Tests;

/// <summary>
/// Work on real threads, which nobody controls: a mistake there may end the whole run or hang it.
/// So it is let loose only when it has been proved in small, and with a bound.
/// </summary>
static class ForReal
{
    /// <param name="small">Specs of the same code that are explored.</param>
    internal static void IfProved(params Action[] small)
    {
        foreach (var spec in small)
            if (Explorer.Explore(spec, woven: typeof(ForReal).Assembly).Outcome != Outcome.Proved)
                throw new ShouldAssertException(
                    $"On real threads this runs only when {spec.Method.Name} passes.");
    }

    /// <param name="small">Specs of the same code that are explored.</param>
    internal static void IfProved(params Func<Task>[] small)
    {
        foreach (var spec in small)
            if (Explorer.Explore(spec, woven: typeof(ForReal).Assembly).Outcome != Outcome.Proved)
                throw new ShouldAssertException(
                    $"With a real server this runs only when {spec.Method.Name} passes.");
    }

    /// <exception cref="ShouldAssertException">After that many seconds it hasn't ended.</exception>
    internal static T Within<T>(int seconds, string what, Func<T> work)
    {
        Exception? failure = null;
        T? result = default;
        var runner = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        })
        { IsBackground = true };
        runner.Start();

        if (!runner.Join(TimeSpan.FromSeconds(seconds)))
            throw new ShouldAssertException($"{what}: not done after {seconds} s, and given up");
        if (failure is not null)
            throw new ShouldAssertException($"{what}: {failure.GetType().Name}: {failure.Message}");
        return result!;
    }
}
