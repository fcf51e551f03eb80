using System.Reflection;
using Soundness.Sources;

namespace Soundness.Real;

/// <summary>Runs a program for real, again and again.</summary>
static class RealRuns
{
    /// <summary>The outcome of a run that never ends.</summary>
    public const string Hangs = "hangs";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <returns>How often each outcome came; the runs end with one that is not expected.</returns>
    public static Dictionary<string, int> Of(
        Batch batch, int index, bool hasStatics, int count, int seed, IReadOnlySet<string> expected)
    {
        var outcomes = new Dictionary<string, int>();
        for (var i = 0; i < count; i++)
        {
            // Each run begins with fresh statics, as each execution does.
            var method = batch.Real(index, RunTypes.Of(hasStatics ? i : 0));
            var outcome = Outcome(method, new RandomRun(seed * 1000 + i), patience);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (!expected.Contains(outcome)) break;
        }
        return outcomes;
    }

    /// <summary>The numbers that a run ends with, or <see cref="Hangs"/>.</summary>
    public static string Outcome(MethodInfo method, Run run, TimeSpan patience)
    {
        Ledger.Reset();
        Gate.Open(run);
        using var watchdog = Watchdog.Over(run, patience);
        try
        {
            return Text(method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!);
        }
        catch (Exception e) when (IsGivenUp((e as AggregateException)?.InnerException ?? e))
        {
            return Hangs;
        }
    }

    static bool IsGivenUp(Exception e) => e is GivenUpException or ThreadInterruptedException;

    public static string Text(object results) => string.Join(' ',
        results is Task<int[]> task ? task.GetAwaiter().GetResult() : (int[])results);
}
