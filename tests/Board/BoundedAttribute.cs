using System.Diagnostics;
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
    const int SecondsForASpec = 60;

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
            + "Look for something that is waited for and never happens."));
        timer.Change(limit, Timeout.InfiniteTimeSpan);
    }

    public void AfterTest(ITest test)
    {
        timer?.Dispose();
        timer = null;
    }

    internal bool IsWaiting => timer is not null;

    static void EndTheRun(string reason)
    {
        // Console.Out belongs to NUnit while a test runs.
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.WriteLine(reason);
        output.Flush();
        Environment.Exit(ExitCode);
    }

    /// <summary>Microsoft.Testing.Platform's own for a run in which a test has failed.</summary>
    const int ExitCode = 2;
}
