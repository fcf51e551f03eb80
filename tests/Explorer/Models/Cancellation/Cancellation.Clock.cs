using Interleavings.Scheduling;

namespace Interleavings.Models;

// Cancelled by the clock, or by another source.
internal sealed partial class Cancellation
{
    /// <summary>How many times the clock has been set: tells an alarm from those before it.</summary>
    private int _times;

    /// <summary>The states of <see cref="Linking"/>; 0 until what it is linked to is cancelled.</summary>
    private const long Telling = 1;

    private const long HasTold = 2;

    private Operation? _teller;

    /// <summary>Whether those who have joined are being told because of what it is linked to.</summary>
    private Location Linking { get; }

    /// <summary>What it is linked to, and how it is told.</summary>
    private List<(Cancellation Source, Told Told)> Parents { get; } = [];

    /// <summary>Cancels after a time, in milliseconds; -1 is never. An event.</summary>
    internal void After(Operation operation, int milliseconds, string site)
    {
        var execution = operation.Execution;
        Execution.Announce(operation, EventKind.SetTimer, site);
        ref var next = ref operation.Next;
        next.Location = Clock;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = [execution.Sets(Clock)[0], new(Location, AccessMode.Read), new(Life, AccessMode.Read)];
        execution.Perform(operation);
        ObjectDisposedException.ThrowIf(Life.State != 0, _source);
        if (IsRequested) return;
        Clock.State = 0;
        if (milliseconds < 0) return;
        var teller = execution.Reserve(operation) ?? throw execution.Refuse(
            $"more than {Identities.MaxOperations} threads and time limits", "use fewer timers", site);
        var alarm = execution.SetAlarm(operation, Clock, Location, milliseconds, site,
            [new(Location, AccessMode.Write), new(Queue, AccessMode.Read),
                new(teller.Lifecycle, AccessMode.Write)],
            EventKind.GoOff, Alarm.Set + ++_times * 10);
        alarm.Fires = () =>
        {
            var armed = Clock.State;
            if (!Happens()) return;
            Clock.State = armed;
            if (IsAlone) return;
            execution.Launch(teller, operation, () =>
            {
                execution.Pool?.Take(teller, site);
                TellAll(teller, false);
            });
            teller.Next.Sources = [Clock];
        };
    }

    /// <summary>Cancelled whenever one of several tokens is.</summary>
    internal static CancellationTokenSource Linked(
        Operation operation, ReadOnlySpan<CancellationToken> tokens, string site)
    {
        var source = new CancellationTokenSource();
        var cancellation = Make(operation, source);
        foreach (var token in tokens)
        {
            if (Of(operation, token) is { } parent) cancellation.Link(operation, parent, site);
            else if (token.IsCancellationRequested) cancellation.Happens();
        }
        return source;
    }

    private void Link(Operation operation, Cancellation parent, string site)
    {
        Execution.Announce(operation, EventKind.Register, site);
        ref var next = ref operation.Next;
        next.Location = parent.Location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.More = [new(parent.Queue, AccessMode.Write)];
        operation.Execution.Perform(operation);
        // Nobody knows of this one yet.
        if (parent.IsRequested)
        {
            Happens();
            return;
        }
        var told = new Told(by => TellByLink(by, site));
        parent.Join(told);
        Parents.Add((parent, told));
    }

    /// <summary>
    /// What it is linked to is cancelled, and so is this one, unless its disposal has come before. Who
    /// disposes of it waits until all have been told (<c>CancellationTokenRegistration.Dispose</c>).
    /// </summary>
    private void TellByLink(Operation by, string site)
    {
        if (!Request(by, EventKind.Cancel, site, false) || IsAlone) return;
        Linking.State = Telling;
        _teller = by;
        try
        {
            TellAll(by, false);
        }
        finally
        {
            if (!by.Execution.IsOver)
            {
                Primitive.Write(by, Linking, EventKind.Tell, releases: true, site);
                Linking.State = HasTold;
            }
        }
    }

    /// <summary>The disposal found that others are being told: it goes on once they have been.</summary>
    private void AwaitTelling(Operation operation, string site)
    {
        Execution.Announce(operation, EventKind.Await, site);
        ref var next = ref operation.Next;
        next.Location = Linking;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.Guard = Guard.Above;
        next.Argument = Telling;
        operation.Execution.Perform(operation);
    }
}
