using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// The static initializer of one type. In each execution it runs anew at the first use of the
/// type, as in a program that has just been started, by the steps of ECMA-335, II.10.5.3.3. One
/// thread runs it. Other threads that use the type wait until it has ended, unless the first thread
/// waits, directly or not, for them. Then they see the type half initialized.
/// </summary>
/// <remarks>
/// <para>An initializer that passes a <see cref="Trial"/> is not part of the trace: it gives the
/// same result in every order. This depends on its code alone, not on the schedule. So one failed
/// trial is enough to know that it does not.</para>
/// <para>Any other initializer runs by events. An operation's first use of the type is one, like
/// the acquisition of a lock that the initializer holds while it runs. So the order of first uses
/// is explored. Once the initializer has ended, uses only look, and commute. An operation that
/// knows of the end, or was started by one that does, uses the type without any event.</para>
/// </remarks>
internal sealed class StaticInitializer(Action initialize, int number) : IHeld
{
    /// <summary>Objects made on trial have these as creators, not the operation.</summary>
    private const int FirstName = 1000;

    private const string HalfInitialized = "half initialized";

    /// <summary>The execution that the state belongs to.</summary>
    private long _stamp;
    private Operation? _runner;
    private string _since = "";
    private bool _hasEnded;
    private TypeInitializationException? _failure;

    /// <summary>Whether a trial has failed.</summary>
    private bool _hasEvents;

    /// <summary>Whether the static fields are as the initializer leaves them, or later.</summary>
    private bool _isWhole = number == 0;

    /// <summary>The last execution in which a use has nothing to do: a trial has passed.</summary>
    internal long ReadyFor { get; private set; }

    public string SinceBy(int holder) => _since;

    public int HolderIn(long state) => (int)state - 1;

    /// <summary>
    /// Called by the static constructor that the runtime runs, once in a process. No exception may
    /// leave that, or no later execution could use the type. And it must not wait, because the
    /// runtime holds its lock on the type.
    /// </summary>
    internal void Prepare()
    {
        if (Hook.Current is not { } user)
        {
            _isWhole = true;
            initialize();
            return;
        }
        if (user.Execution.IsOver) return;
        Renew(user.Execution);
        try
        {
            if (!_hasEvents) Try(user);
        }
        catch (Unwinding)
        {
            // The execution is over: the operation will find that out at its next event.
        }
    }

    internal void Use(Operation user, string site)
    {
        if (user.Execution.IsOver) throw new Unwinding();
        Renew(user.Execution);
        if (_runner == user) return;
        if (!_hasEnded && !_hasEvents && _runner is null) Try(user);
        if ((_hasEvents || _runner is not null) && !UseByEvents(user, site)) return;
        if (_failure is { } failure) throw failure;
    }

    /// <summary>
    /// The last execution may have been over before the initializer. Then the first use outside runs
    /// it.
    /// </summary>
    internal void UseOutside()
    {
        if (_isWhole) return;
        lock (initialize)
        {
            if (_isWhole) return;
            _isWhole = true;
            initialize();
        }
    }

    private void Renew(Execution execution)
    {
        if (_stamp == execution.Stamp) return;
        _stamp = execution.Stamp;
        _runner = null;
        _hasEnded = _isWhole = false;
        _failure = null;
    }

    private void Try(Operation user)
    {
        var execution = user.Execution;
        var effort = execution.Effort;
        var trial = new Trial(number);
        var lifecycle = execution.Identities.Location(
            new(LocationName.Lifecycles, FirstName + number, 0)).In(execution.Stamp);
        var runner = new Operation(FirstName + number, lifecycle, user, trial);
        Exception? thrown = null;
        _runner = Hook.Current = runner;
        try
        {
            initialize();
        }
        catch (Exception exception)
        {
            thrown = exception;
        }
        finally
        {
            Hook.Current = user;
            _runner = null;
        }
        if (execution.IsOver) throw new Unwinding();
        if (!trial.HasPassed(runner))
        {
            _hasEvents = true;
            execution.Effort = effort;
            return;
        }
        End(thrown);
        if (thrown is null) ReadyFor = execution.Stamp;
    }

    /// <returns>False if the operation sees the type half initialized.</returns>
    private bool UseByEvents(Operation user, string site)
    {
        if (user.Trial is { } trial) throw trial.Fail();
        if (user.KnownTypes?.Contains(number) == true) return true;
        if (user.IsFailing)
        {
            if (!_hasEnded) RunUnseen(user);
            return true;
        }
        if (user.Unscheduled > 0)
        {
            throw user.Execution.Refuse(
                $"the static initializer of {Name}, run inside a call that happens as a whole",
                "use the type before that call", site);
        }
        var location = At(user.Execution, number);
        location.Model = this;
        if (!Claim(user, location, site)) return false;
        if (!_hasEnded) Run(user, location, site);
        (user.KnownTypes ??= []).Add(number);
        return true;
    }

    private static Location At(Execution execution, int number) =>
        execution.Identities.Location(new(LocationName.Types, number, 0)).In(execution.Stamp);

    /// <summary>Waits while another operation runs the initializer.</summary>
    /// <returns>False if that would be a deadlock: see <see cref="Awaits"/>.</returns>
    private bool Claim(Operation user, Location location, string site)
    {
        var execution = user.Execution;
        if (user.Initializing == 0)
        {
            execution.Perform(user, EventKind.UseType, site, location,
                _hasEnded ? AccessMode.Read : AccessMode.Write, acquires: true, guard: Guard.Zero);
            return true;
        }
        // An operation that runs another type's initializer may be part of a circle. Which of the
        // operations in a circle finds it depends on the order in which they come here, whatever
        // types they ask for. So all such uses share one location.
        Execution.Announce(user, EventKind.UseType, site);
        ref var next = ref user.Next;
        next.Location = At(execution, 0);
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
        next.More = [new(location, AccessMode.Write)];
        next.Sources = [location];
        execution.Perform(user);
        var isRunning = _runner is not null;
        var isInCircle = isRunning && Awaits(user);
        ref var performed = ref execution.Trace[user.LastEvent];
        // The runtime looks for circles under a lock: the operation that finds one sees all that
        // those who wait have done before.
        performed.Acquires = isInCircle;
        performed.Releases = isRunning && !isInCircle;
        if (!isRunning) return true;
        if (isInCircle)
        {
            if (execution.RecordsValues) performed.Value = HalfInitialized;
            return false;
        }
        user.AwaitedType = this;
        execution.Perform(user, EventKind.AwaitType, site, location, AccessMode.Read,
            acquires: true, guard: Guard.Zero);
        user.AwaitedType = null;
        return true;
    }

    /// <summary>
    /// Whether the operation that runs the initializer waits for another, directly or through others.
    /// </summary>
    private bool Awaits(Operation user)
    {
        for (var type = _runner?.AwaitedType; type?._runner is { } runner; type = runner.AwaitedType)
        {
            if (runner == user) return true;
        }
        return false;
    }

    private void Run(Operation user, Location location, string site)
    {
        Exception? thrown = null;
        _runner = user;
        _since = site;
        location.State = user.Id + 1;
        user.Initializing++;
        try
        {
            initialize();
        }
        catch (Exception exception) when (exception is not Unwinding)
        {
            thrown = exception;
        }
        finally
        {
            user.Initializing--;
        }
        user.Execution.Perform(
            user, EventKind.Initialized, site, location, AccessMode.Write, releases: true);
        location.State = 0;
        _runner = null;
        End(thrown);
        user.Execution.Initialized(location);
    }

    /// <summary>For an exception's message: nothing can be scheduled any more.</summary>
    private void RunUnseen(Operation user)
    {
        Exception? thrown = null;
        _runner = user;
        try
        {
            initialize();
        }
        catch (Exception exception)
        {
            thrown = exception;
        }
        _runner = null;
        End(thrown);
    }

    private void End(Exception? thrown)
    {
        _hasEnded = _isWhole = true;
        _failure = thrown is null ? null : new(Name, thrown);
    }

    /// <summary>As in the runtime's message: a nested type without the types around it.</summary>
    private string Name => initialize.Method.DeclaringType is not { } type ? ""
        : type.IsNested || type.Namespace is null ? type.Name
        : $"{type.Namespace}.{type.Name}";
}
