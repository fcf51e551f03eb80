using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>Runs a scheduler to its end, and tells traces apart.</summary>
internal static class TraceCounting
{
    /// <param name="next">Called after each execution; false ends the run.</param>
    /// <param name="isExact">Whether nothing is taken to commute that might not.</param>
    /// <param name="insight">What an exploration of the same program has found out.</param>
    internal static void Run(IScheduler scheduler, Action program, Func<Execution, bool> next,
        bool isExact = true, Insight? insight = null)
    {
        var done = new ManualResetEventSlim();
        var pulse = new Pulse();
        Exception? failure = null;
        var worker = WorkerPool.Shared.Take();
        worker.Run(() =>
        {
            try
            {
                var bounds = new Bounds { CountAll = true };
                var execution = new Execution(new(), new WovenScheduler(scheduler), bounds, worker, pulse)
                {
                    IsExact = isExact,
                    Insight = insight ?? new(),
                    RecordsValues = true,
                };
                do execution.Run(program, 0);
                while (next(execution));
            }
            catch (Exception exception)
            {
                failure = exception;
            }
            WorkerPool.Shared.Return(worker);
            done.Set();
        }, pulse.Core);
        done.Wait();
        if (failure is not null) throw new InvalidOperationException("The oracle failed.", failure);
    }

    internal static Fingerprint Of(Trace trace)
    {
        var clocks = new Clocks();
        clocks.Update(trace, 0);
        var fingerprint = default(Fingerprint);
        for (var i = 0; i < trace.Count; i++)
        {
            var text = Text(trace, clocks, i);
            fingerprint = new(
                fingerprint.High + Hash(text, 14695981039346656037), fingerprint.Low + Hash(text, 7));
        }
        return fingerprint;
    }

    /// <summary>
    /// An event and all it depends on. Two explorations may number operations differently, so these
    /// go by their paths.
    /// </summary>
    private static string Text(Trace trace, Clocks clocks, int index)
    {
        var e = trace[index];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i <= index; i++)
        {
            if (i == index || clocks.IsOrdered(trace, i, index))
            {
                var path = trace[i].Operation.Path;
                counts[path] = counts.GetValueOrDefault(path) + 1;
            }
        }
        return $"{e.Operation.Path} {e.Kind} {string.Join(' ', counts)}";
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo).</summary>
    private static ulong Hash(string text, ulong seed)
    {
        foreach (var c in text) seed = (seed ^ c) * 1099511628211;
        return seed;
    }

    /// <summary>What optimal DPOR explores.</summary>
    internal static Exploration Optimal(Action program, long most = 2_000_000)
    {
        var found = Optimal(program, most, isExact: false, new());
        while (found.IsDoubted) found = Optimal(program, most, isExact: true, found.Insight);
        return found;
    }

    private static Exploration Optimal(Action program, long most, bool isExact, Insight insight)
    {
        var dpor = new OptimalDpor();
        var found = new Exploration { IsExact = isExact, Insight = insight };
        var races = new DataRaces();
        Run(dpor, program, execution =>
        {
            races.Keep(dpor.Shared);
            if (races.ScanNew(execution.Trace) != new DataRaces().Scan(execution.Trace))
                throw new InvalidOperationException("What is kept of a race scan is wrong.");
            if (execution.Ending == Ending.Cut) found.Redundant++;
            else found.Executions++;
            if (execution.Ending == Ending.Blocked) found.Deadlocks++;
            found.IsDoubted |= execution.Ending == Ending.Doubted;
            if (execution.Ending != Ending.Cut) found.Traces.Add(Of(execution.Trace));
            found.Outcomes.Add(Outcomes.Of(execution));
            dpor.Analyse(execution);
            return !found.IsDoubted && found.Executions < most && dpor.Backtrack(execution.Trace);
        }, isExact, insight);
        return found;
    }

    internal sealed class Exploration
    {
        internal long Executions { get; set; }

        /// <summary>Executions cut because nothing new lay ahead.</summary>
        internal long Redundant { get; set; }

        internal int Deadlocks { get; set; }

        internal HashSet<Fingerprint> Traces { get; } = [];

        internal HashSet<string> Outcomes { get; } = [];

        /// <summary>Whether nothing was taken to commute that might not.</summary>
        internal bool IsExact { get; init; }

        internal Insight Insight { get; init; } = new();

        internal bool IsDoubted { get; set; }
    }
}
