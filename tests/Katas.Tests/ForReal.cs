using System.Reflection;
using Interleavings;
using Shouldly;

namespace Katas.Tests;

/// <summary>
/// A learner's code on real threads, which nobody controls: a mistake there may end the whole run
/// or hang it. So what can be proved in small is let loose only then, and all of it with a bound.
/// </summary>
static class ForReal
{
    /// <param name="small">Specs of the same code that are explored.</param>
    internal static void IfProved(params Action[] small)
    {
        foreach (var spec in small)
            if (!IsProved(Explorer.Explore(spec, Bounds(spec), typeof(ForReal).Assembly)))
                throw new ShouldAssertException(
                    $"On real threads this runs only when {spec.Method.Name} passes.");
    }

    /// <param name="small">Specs of the same code that are explored.</param>
    internal static void IfProved(params Func<Task>[] small)
    {
        foreach (var spec in small)
            if (!IsProved(Explorer.Explore(spec, Bounds(spec), typeof(ForReal).Assembly)))
                throw new ShouldAssertException(
                    $"With a real server this runs only when {spec.Method.Name} passes.");
    }

    static bool IsProved(Verdict verdict) => verdict.Outcome == Outcome.Proved;

    /// <summary>As its attribute has them.</summary>
    static Bounds Bounds(Delegate spec)
    {
        var attribute = spec.Method.GetCustomAttribute<EveryInterleavingAttribute>();
        return new() { PoolThreads = attribute?.PoolThreads ?? 0 };
    }

    /// <exception cref="ShouldAssertException">
    /// It threw, or hasn't ended after that many seconds.
    /// </exception>
    internal static T Within<T>(int seconds, string what, Func<T> work)
    {
        var (result, failure) = Ended(seconds, what, work);
        return failure is null ? result : throw new ShouldAssertException(
            $"{what}: {failure.GetType().Name}: {failure.Message}");
    }

    /// <returns>What the work returned, or what it threw.</returns>
    /// <exception cref="ShouldAssertException">It hasn't ended after that many seconds.</exception>
    internal static (T Result, Exception? Failure) Ended<T>(int seconds, string what, Func<T> work)
    {
        T result = default!;
        Exception? failure = null;
        // In the background: one that hangs doesn't keep the process alive.
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
            throw new ShouldAssertException($"{what}: not done after {seconds} s, and given up."
                + " Does a loop go round for ever?");
        return (result, failure);
    }
}
