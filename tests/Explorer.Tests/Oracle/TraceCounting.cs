using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Tests.Oracle;

/// <summary>Runs a scheduler to its end, and tells traces apart.</summary>
internal static class TraceCounting
{
    /// <param name="next">Called after each execution; false ends the run.</param>
    internal static void Run(IScheduler scheduler, Action program, Func<Execution, bool> next)
    {
        var done = new ManualResetEventSlim();
        Exception? failure = null;
        var worker = WorkerPool.Shared.Take();
        worker.Run(() =>
        {
            try
            {
                var bounds = new Bounds { CountAll = true };
                var execution = new Execution(new(), scheduler, bounds, worker, new());
                do execution.Run(program, 0);
                while (next(execution));
            }
            catch (Exception exception)
            {
                failure = exception;
            }
            WorkerPool.Shared.Return(worker);
            done.Set();
        });
        done.Wait();
        if (failure is not null) throw new InvalidOperationException("The oracle failed.", failure);
    }

    internal static Fingerprint Of(Trace trace)
    {
        var clocks = new Clocks();
        clocks.Update(trace, 0);
        var fingerprint = default(Fingerprint);
        for (var i = 0; i < trace.Count; i++) fingerprint = fingerprint.With(trace[i], clocks[i]);
        return fingerprint;
    }

    /// <summary>What optimal DPOR explores: executions, those cut, and the traces among them.</summary>
    internal static (long Executions, long Redundant, int Deadlocks, HashSet<Fingerprint> Traces)
        Optimal(Action program, long most = 2_000_000)
    {
        var dpor = new OptimalDpor();
        var traces = new HashSet<Fingerprint>();
        var (executions, redundant, deadlocks) = (0L, 0L, 0);
        Run(dpor, program, execution =>
        {
            if (execution.Ending == Ending.Cut) redundant++;
            else executions++;
            if (execution.Ending == Ending.Blocked) deadlocks++;
            traces.Add(Of(execution.Trace));
            dpor.Analyse(execution);
            return executions < most && dpor.Backtrack(execution.Trace);
        });
        return (executions, redundant, deadlocks, traces);
    }
}
