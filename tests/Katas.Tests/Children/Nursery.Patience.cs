using System.Diagnostics;

namespace Katas.Tests;

/// <summary>
/// How long to wait for what may never come. Not for so many seconds: on a busy machine they are
/// over before anything has happened. A child's whole life is the measure: while nothing moves,
/// another child is started and ends, again and again, on the same machine.
/// </summary>
sealed partial class Nursery
{
    const string Control = "control";
    const string Keeper = "keeper";

    /// <summary>So many lives without a move of anybody's: then nobody is going to move.</summary>
    internal const int ForEver = 10;

    /// <summary>Nothing is measured before that: most of what is waited for comes sooner.</summary>
    static readonly TimeSpan AtFirst = TimeSpan.FromMilliseconds(150);

    /// <summary>For code that neither moves a child nor ends.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Waits until it is so. It is asked again whenever something has happened.
    /// </summary>
    /// <returns>False if it isn't so after that many lives in which nothing has happened.</returns>
    internal bool WaitFor(Func<bool> condition, int lives = ForEver)
    {
        if (WaitFor(condition, lives == ForEver ? AtFirst : TimeSpan.Zero)) return true;
        for (var (life, seen) = (0, Events); life < lives;)
        {
            if (IsAnyoneBusy)
            {
                if (!WaitFor(() => condition() || !IsAnyoneBusy || Events > seen, Limit))
                    return false;
            }
            else
                LiveOneLife(condition);
            if (WaitFor(condition, TimeSpan.Zero)) return true;
            var now = Events;
            (life, seen) = now == seen && !IsAnyoneBusy ? (life + 1, seen) : (0, now);
        }
        return false;
    }

    /// <summary>Runs a learner's code, which starts children and comes back in the end.</summary>
    /// <param name="stuck">What to say if it never does: nobody moves any more.</param>
    internal (T Result, Exception? Error) Run<T>(Func<T> code, Func<string> stuck) =>
        Begin(code).Ended(stuck);

    /// <summary>The same, for a spec that has something to do in the meantime.</summary>
    internal Trial<T> Begin<T>(Func<T> code)
    {
        Announce(() => running++);
        return new(code, ended => Announce(() =>
        {
            running--;
            ended();
        }), until => WaitFor(until));
    }

    /// <summary>
    /// Something goes on: a child computes, or all have ended and the caller goes on.
    /// </summary>
    bool IsAnyoneBusy
    {
        get
        {
            lock (changes)
            {
                var living = children.Where(child => !child.HasHungUp).ToList();
                return living.Any(child => !child.IsStill)
                    || (living.Count == 0 && children.Count > 0 && running > 0);
            }
        }
    }

    int Events
    {
        get
        {
            lock (changes) return events;
        }
    }

    /// <summary>Starts a child and waits for its end, or until it is so.</summary>
    void LiveOneLife(Func<bool> condition)
    {
        int before;
        lock (changes) before = ours.Count(IsOver);
        Process.Start(StartInfo(Control, "end", "0"))!.Dispose();
        WaitFor(() => condition() || ours.Count(IsOver) > before, Limit);
    }

    static bool IsOver(Child child) => child.Name == Control && child.HasHungUp;

    bool WaitFor(Func<bool> condition, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        lock (changes)
        {
            while (!condition())
            {
                var left = limit - clock.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(changes, left)) return condition();
            }
            return true;
        }
    }
}
