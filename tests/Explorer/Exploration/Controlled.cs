using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Runs an exploration on a worker, and watches it: a program that never comes back from a call
/// outside control can't be stopped, but it can be left behind and named.
/// </summary>
internal static class Controlled
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(Cores.MoveEvery);

    internal static Verdict Run(
        Action program, Bounds? bounds, Assembly? woven, Func<Session, Verdict> explore)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (Hook.Current is not null)
            throw new InvalidOperationException("An exploration can't be started inside another.");
        var assembly = woven ?? program.Method.Module.Assembly;
        if (!WovenAssemblies.IsWoven(assembly)) return NotWoven(program.Method, assembly);
        return Watched(program, bounds ?? Bounds.Default, explore);
    }

    private static Verdict Watched(Action program, Bounds bounds, Func<Session, Verdict> explore)
    {
        var worker = WorkerPool.Shared.Take();
        var session = new Session(program, bounds, worker, PulseOf(bounds));
        // Of the caller: what a test framework keeps there has to be found by the program.
        var context = ExecutionContext.Capture();
        Verdict? verdict = null;
        ExceptionDispatchInfo? failure = null;
        // The exploration's threads want the core: this one must not spin beside them.
        var done = new ManualResetEventSlim(false, spinCount: 0);
        worker.Run(() =>
        {
            try
            {
                ExecutionContext.Run(context!, _ => OtherThreads.Explore(
                    session.Pulse, () => verdict = explore(session)), null);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
            WorkerPool.Shared.Return(worker);
            if (!session.Pulse.IsAbandoned) done.Set();
        }, session.Pulse.Core);
        if (WaitWhileAlive(done, session) is { } limit)
        {
            session.Pulse.Abandon();
            return session.Pulse.Outside is { } why ? Outside(why) : NotBack(limit);
        }
        failure?.Throw();
        // It may have come when the execution that caused it was over.
        return session.Pulse.Outside is { } outside
            && verdict!.Outcome is Outcome.Proved or Outcome.Unfinished ? Outside(outside) : verdict!;
    }

    /// <returns>Null when the exploration is over; why it will never be, if a call doesn't come back.</returns>
    private static Limit? WaitWhileAlive(ManualResetEventSlim done, Session session)
    {
        var beats = -1L;
        var silence = new Silence();
        var progress = new ProgressReports(session);
        while (!done.Wait(LookEvery))
        {
            progress.Look();
            // Another program may have come to its core: where this thread runs there is room.
            session.Pulse.Core = Cores.ForCaller();
            // Between executions the explorer thinks, and counts end that.
            if (session.Pulse.Running is not { } running || session.Pulse.Beats != beats
                || Debugger.IsAttached)
            {
                beats = session.Pulse.Beats;
                silence.Ends();
                continue;
            }
            var quiet = silence.Look();
            if (quiet != Quiet.No && session.Pulse.Beats == beats && !done.IsSet)
                return Limit.OfCall(running, quiet == Quiet.Waits);
        }
        return null;
    }

    private static Pulse PulseOf(Bounds bounds)
    {
        var most = Math.Min(bounds.Memory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);
        // What an exploration before this one has left is garbage, and no part of what is in use.
        var inUse = GC.GetTotalMemory(false);
        if (inUse >= most / 4) inUse = InUse.Kept();
        var own = most / 2;
        return new()
        {
            MostKept = most, MostOwn = own, InUseBefore = inUse, MostMemory = inUse + own + most,
        };
    }

    /// <remarks>
    /// The thread is left as it is: to end one from outside (ControlledExecution) may end the process.
    /// </remarks>
    private static Verdict NotBack(Limit limit) => new()
    {
        Outcome = Outcome.Unfinished,
        Executions = 0,
        BoundReached = limit.Sentence,
        BoundAdvice = limit.Advice,
    };

    private static Verdict Outside(Refusal refusal) => new()
    {
        Outcome = Outcome.Refused,
        Executions = 0,
        Refusal = refusal,
    };

    private static Verdict NotWoven(MethodBase method, Assembly assembly) => new()
    {
        Outcome = Outcome.Refused,
        Executions = 0,
        Refusal = new($"the assembly {assembly.GetName().Name}",
            "import tests/Weaver/Weave.targets in its project: only woven code can be explored",
            Site.Unknown with { Member = $"{method.DeclaringType?.Name}.{method.Name}" }),
    };
}
