using Interleavings.Hooks;

namespace Interleavings.Scheduling;

public sealed partial class Execution
{
    /// <summary>Runs <paramref name="body"/> once; returns when every operation is at rest.</summary>
    /// <param name="expected">How many events have to be as in the execution before.</param>
    internal void Run(Action body, int expected)
    {
        // A program that never waits would not move otherwise.
        _main.GoTo(_pulse.Core);
        Number++;
        Trace.Restart(expected, Identities);
        Stamp = Statics.NextStamp();
        Memory.Clear(Stamp);
        Pool = _bounds.PoolThreads > 0 ? new(this, _bounds.PoolThreads) : null;
        _operations.Clear();
        Models.Clear();
        Activations.Clear();
        Calls.Clear();
        Ending = Ending.None;
        Fault = null;
        Refusal = null;
        Finalizable.Clear();
        WeakTargets.Clear();
        TicksLeftOutAt = null;
        Limit = null;
        Cycle = null;
        Divergence = null;
        _chances.Clear();
        Rounds = _silentRounds = _sameRounds = 0;
        HasSharedOut = HasWaitedOnPool = AsksTooMuch = false;
        _threadIds = 1;
        _launched = 0;

        var main = Launch(Reserve(null)!, null, body);
        main.Worker = _main;
        main.StackBase = _main.StackBase;
        // Nothing that the body leaves in its flow (AsyncLocal) must reach the next execution.
        main.Context = ExecutionContext.Capture();
        if (Advance(null) is not null) RunBody(main);
        Leave(main, _main);
        Unwind();
        _pulse.Rests();
        Interleavings.Models.LibraryStatic.Restore(this);
        if (_pulse.Outside is { } outside) (Ending, Refusal) = (Ending.Refused, outside);
        Trace.List();
        if (Ending == Ending.Limited) Memory.LetGo();
        if (Ending == Ending.Complete && Trace.Count < Trace.Expected) EndedEarly();
        if (Ending is Ending.Complete or Ending.Blocked
            || Ending == Ending.Starved && TicksLeftOutAt is not null) Settle();
    }

    /// <summary>
    /// Performs the event announced in <see cref="Operation.Next"/>: returns when the scheduler has
    /// chosen it, which may be after others have run.
    /// </summary>
    internal void Perform(Operation operation)
    {
        if (IsOver) throw new Unwinding();
        if (operation.Unscheduled > 0)
        {
            operation.Trial?.Check(operation);
            return;
        }
        var next = Advance(operation);
        while (next != operation)
        {
            if (next is null) throw new Unwinding();
            if (next.Worker is null && WaitsForTheEndOf(next, operation))
            {
                next = Host(operation, next);
                continue;
            }
            Resume(next);
            operation.Worker!.Wait();
            if (IsOver) throw new Unwinding();
            next = operation.Guest ?? operation;
        }
    }

    /// <summary>
    /// Performs an event at one location: announces it, and returns when it has been chosen. If it is the
    /// one expected here, with which the operation went on in the execution before, nobody has to be
    /// asked, and nothing is announced. Most events are such.
    /// </summary>
    internal void Perform(
        Operation operation, EventKind kind, string site, Location location, AccessMode mode,
        bool acquires = false, bool releases = false, Guard guard = Guard.None, Access[]? more = null)
    {
        if (more is null && (guard == Guard.None || (guard == Guard.Zero && location.State == 0))
            && Repeats(operation, kind, site, location, mode)) return;
        Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = mode;
        next.Acquires = acquires;
        next.Releases = releases;
        next.Guard = guard;
        next.More = more;
        Perform(operation);
    }

    /// <summary>
    /// What announced events touch beside their location has changed: it follows from the events at
    /// that location so far, not from when they were announced.
    /// </summary>
    internal void Retouch(Location location, EventKind kind, Access[]? touched)
    {
        foreach (var operation in _operations)
        {
            ref var next = ref operation.Next;
            if (operation.IsPending && next.Location == location && next.Kind == kind) next.More = touched;
        }
    }

    /// <summary>The static initializer of a type has ended: who is about to use the type will only look.</summary>
    internal void Initialized(Location type)
    {
        foreach (var operation in _operations)
        {
            ref var next = ref operation.Next;
            if (operation.IsPending && next.Location == type && next.Kind == EventKind.UseType)
                next.Mode = AccessMode.Read;
        }
    }

    /// <remarks>
    /// What else the event has (guard, acquires, releases) follows from these, at each call of Perform.
    /// </remarks>
    private bool Repeats(
        Operation operation, EventKind kind, string site, Location location, AccessMode mode)
    {
        if (IsOver || operation.Unscheduled > 0
            || !Trace.Repeats(operation, kind, site, location, mode)) return false;
        operation.IsPending = false;
        operation.Seen = site;
        _silentRounds = 0;
        _pulse.Beat();
        return true;
    }

    /// <summary>The identity of an operation to come, so that its start event can name it.</summary>
    /// <returns>Null if there are too many.</returns>
    internal Operation? Reserve(Operation? creator)
    {
        if (creator?.Trial is { } trial) throw trial.Fail();
        var operation = Identities.Operation(creator);
        operation?.Lifecycle.In(Stamp);
        return operation;
    }

    /// <summary>From here on the operation can be chosen.</summary>
    internal Operation Launch(Operation operation, Operation? creator, Action body)
    {
        operation.Reset(this, creator, _operations.Count, body);
        operation.Number = _launched++;
        ref var begin = ref operation.Next;
        begin.Location = operation.Lifecycle;
        begin.Mode = AccessMode.Read;
        begin.Acquires = true;
        // Nothing begins before it is started: that order can't be reversed.
        begin.Guard = Guard.Above;
        operation.Lifecycle.State = Stage.Started;
        _operations.Add(operation);
        return operation;
    }

    /// <summary>Lets the scheduler choose, and puts the chosen event into the trace.</summary>
    /// <returns>Null if the execution is over.</returns>
    private Operation? Advance(Operation? current)
    {
        var next = Chosen(current);
        // An alarm needs no thread, and leaves who runs where it was.
        for (; next is { Alarm: not null }; next = Chosen(current)) GoOff(next);
        return next;
    }

    private Operation? Chosen(Operation? current)
    {
        if (Trace.Count == _bounds.EventsPerExecution)
        {
            TooLong(current!);
            return null;
        }
        var next = _scheduler.Choose(this, current);
        if (IsOver) return null;
        if (next is null)
        {
            Ending = _operations.Exists(IsEnabled) ? Ending.Cut
                : _operations.TrueForAll(o => o.HasEnded || o.IsResting || o.Alarm is not null) ? Ending.Complete
                : _operations.Exists(o => o is { HasEnded: false, IsTimed: true }) ? Ending.Starved
                : Ending.Blocked;
            return null;
        }
        _silentRounds = 0;
        _pulse.Beat();
        if (next != current) _pulse.Runs(next);
        if (!Trace.Append(next))
        {
            Diverge(next);
            return null;
        }
        next.IsPending = false;
        Pool?.Performed(next);
        if (next.Next.Kind == EventKind.End)
        {
            next.HasEnded = true;
            next.Lifecycle.State = Stage.Ended;
            next.PoolThread?.Ends(next, Trace.Count - 1);
            next.Outcome?.Reached(this);
        }
        return next;
    }

    private void Resume(Operation next)
    {
        if (next.Worker is { } worker)
        {
            worker.Signal(_pulse.Core);
            return;
        }
        foreach (var host in _operations)
        {
            if (host.Worker is null || host.Guest is not null || !WaitsForTheEndOf(next, host)) continue;
            host.Guest = next;
            host.Worker.Signal(_pulse.Core);
            return;
        }
        next.Worker = WorkerPool.Shared.Take();
        next.Worker.Run(() => Serve(next), _pulse.Core);
    }

    /// <summary>
    /// Who can't go on before an operation has ended may lend it its thread: not who only looks, or
    /// waits with a limit, or is a task: a thread must not find itself inside that.
    /// </summary>
    private static bool WaitsForTheEndOf(Operation operation, Operation host) =>
        host is { IsPending: true, TaskDepth: 0 }
        && host.Next is { Kind: EventKind.Join, Guard: Guard.Custom, More: null }
        && host.Next.Location == operation.Lifecycle;

    /// <summary>
    /// Runs an unstarted operation on the thread of one that waits for its end: of two threads, the
    /// scheduler of the machine has to be asked less often than of three.
    /// </summary>
    /// <returns>Who comes next; null if the execution is over.</returns>
    private unsafe Operation? Host(Operation host, Operation guest)
    {
        var marker = 0;
        host.Guest = guest;
        guest.Worker = host.Worker;
        guest.StackBase = (nint)(&marker);
        var synchronization = SynchronizationContext.Current;
        if (synchronization is not null) SynchronizationContext.SetSynchronizationContext(null);
        guest.Context ??= Worker.NoContext;
        RunBody(guest);
        var next = End(guest);
        if (synchronization is not null)
            SynchronizationContext.SetSynchronizationContext(synchronization);
        Hook.Current = host;
        host.Guest = null;
        return next;
    }

    /// <summary>A worker's share: an operation, then whichever unstarted one is chosen after its end.</summary>
    private void Serve(Operation operation)
    {
        var worker = operation.Worker!;
        operation.StackBase = worker.StackBase;
        RunBody(operation);
        Leave(operation, worker);
    }

    /// <summary>After the end of an operation's body: its end event, then whoever comes next.</summary>
    private void Leave(Operation operation, Worker worker)
    {
        var next = End(operation);
        if (worker == _main)
        {
            if (next is null) return;
            Resume(next);
            _main.Wait();
            return;
        }
        if (next is { Worker: null })
        {
            next.Worker = worker;
            Serve(next);
            return;
        }
        WorkerPool.Shared.Return(worker);
        if (next is null) _main.Signal(_pulse.Core);
        else Resume(next);
    }

    /// <summary>An operation's last event; it may be others' turn before.</summary>
    /// <returns>Who comes next; null if the execution is over.</returns>
    private Operation? End(Operation operation)
    {
        if (IsOver)
        {
            operation.IsUnwound = true;
            return null;
        }
        try
        {
            Interleavings.Models.PoolThread.IsLeftBy(operation);
            Announce(operation, EventKind.End, "");
            operation.Next.Location = operation.Outcome?.Location ?? operation.Lifecycle;
            operation.Next.Mode = AccessMode.Write;
            operation.Next.More = operation.Outcome?.Also;
            operation.Next.Releases = true;
            Pool?.ReturnsWithNext(operation);
            if (operation.PoolThread is not null)
            {
                operation.Next.More =
                    [.. operation.Next.More ?? [], Interleavings.Models.PoolHistory.Left(this)];
            }
            Perform(operation);
            if (!IsOver) return Advance(operation);
        }
        catch (Unwinding)
        {
            // Somebody else's step was the last.
        }
        operation.IsUnwound = true;
        return null;
    }

    private void RunBody(Operation operation)
    {
        Hook.Current = operation;
        try
        {
            if (operation.Context is { } context)
                ExecutionContext.Run(context, static o => ((Operation)o!).Body(), operation);
            else
                operation.Body();
        }
        catch (Unwinding)
        {
            // Its execution is over.
        }
        catch (Exception exception)
        {
            if (!IsOver) Escaped(Faults.Of(operation, exception));
        }
        finally
        {
            Hook.Current = null;
            // The thread serves others.
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>Ends, one by one, the operations that are still in the middle of something.</summary>
    private void Unwind()
    {
        foreach (var operation in _operations)
        {
            if (operation.HasEnded || operation.IsUnwound) continue;
            if (operation.Worker is not { } worker || worker == _main) continue;
            worker.Signal(_pulse.Core);
            _main.Wait();
        }
    }

    internal static void Announce(Operation operation, EventKind kind, string site)
    {
        // What it waited for at the end is still to be told: a finally must not talk over it.
        if (operation.Execution.IsOver) throw new Unwinding();
        operation.Next.Renew(kind, site);
        if (site.Length > 0) operation.Seen = site;
        operation.IsPending = true;
    }
}
