using System.Diagnostics;
using Interleavings.Hooks;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Katas.Tests.Board;

/// <summary>
/// Ends a run whose spec never comes back, and names it. The explorer bounds what it explores; this
/// is for plain specs, which run threads and processes for real. Nothing can stop a thread from
/// outside, so the process has to go.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class BoundedAttribute : Attribute, ITestAction
{
    /// <summary>Longer than each limit that a spec has of its own: those say more.</summary>
    const int SecondsForASpec = 180;

    readonly TimeSpan limit;
    readonly Action<string> giveUp;
    Timer? timer;

    public BoundedAttribute() : this(TimeSpan.FromSeconds(SecondsForASpec), EndTheRun)
    {
    }

    internal BoundedAttribute(TimeSpan limit, Action<string> giveUp)
    {
        this.limit = limit;
        this.giveUp = giveUp;
    }

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
        // Whoever debugs takes all the time they want.
        if (Debugger.IsAttached) return;
        timer = new Timer(_ => giveUp($"{test.Name} has not come back for"
            + $" {limit.TotalSeconds:0} seconds, so the run ends here.\n"
            + Seen() + "Look for something that is waited for and never happens."));
        timer.Change(limit, Timeout.InfiniteTimeSpan);
    }

    public void AfterTest(ITest test)
    {
        timer?.Dispose();
        timer = null;
    }

    /// <summary>No thread can ask another for its stack, but woven code leaves its tracks.</summary>
    static string Seen() => string.Join(", ", Footprints.OfLivingThreads()) is { Length: > 0 } sites
        ? $"Its threads were last seen at {sites}.\n"
        : "";

    internal bool IsWaiting => timer is not null;

    static void EndTheRun(string reason)
    {
        RawOutput.WriteLine(reason);
        BoardSession.Running?.ShowNow();
        // It has been told.
        UnderWay.Here.End();
        Journal.Mine?.Done();
        Environment.Exit(Parent.Failed);
    }
}
