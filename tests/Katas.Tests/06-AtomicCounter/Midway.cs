using Interleavings;
using Katas.AtomicCounter;
using Shouldly;

namespace Katas.Tests;

/// <summary>
/// Stops one thread after each of its events in turn, and lets another run meanwhile: if that one
/// can't come to its end, something acts as a lock, whatever it is made of.
/// </summary>
static class Midway
{
    /// <returns>The line after which the first was stopped; null if it holds up nobody.</returns>
    internal static string? HoldsUp(Action<Tally> first, Action<Tally> second)
    {
        var alone = Run(first, second, "A");
        var places = alone.Steps
            .Where(step => alone.Operations[step.Operation].Letter == "A")
            .Where(step => step.Kind is not (EventKind.Begin or EventKind.End))
            .Select(step => step.Site)
            .ToList();
        for (var events = 1; events < places.Count; events++)
        {
            // The body goes on when B has ended: that it can't, is the one thing that doesn't fit.
            if (Run(first, second, $"A{events} B main").Kind == FailureKind.ScheduleDoesNotFit)
                return places[events - 1].ToString();
        }
        return null;
    }

    static Failure Run(Action<Tally> first, Action<Tally> second, string schedule)
    {
        var verdict = Explorer.Replay(Schedule.Parse(schedule), () =>
        {
            var tally = new Tally();
            var a = new Thread(() => first(tally));
            var b = new Thread(() => second(tally));
            a.Start();
            b.Start();
            b.Join();
            a.Join();
            throw new Ended();
        });
        // Without a failure it was refused, and the verdict says what and why.
        return verdict.Failure ?? throw new ShouldAssertException(verdict.ToString());
    }

    /// <summary>An execution tells its events only if it fails, so this one always does.</summary>
    sealed class Ended : Exception;
}
