using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a <see cref="CancellationTokenSource"/> is within an execution. The real one is carried along,
/// so that exceptions and results made of its tokens are the real ones.
/// </summary>
/// <remarks>
/// To cancel is one event; each callback is told by another, last come first, as .NET does. Who is told
/// is settled by <see cref="Queue"/>: joining it writes, leaving adds, cancelling reads.
/// </remarks>
internal sealed partial class Cancellation
{
    internal const long Requested = 1;

    private readonly List<Told> _told = [];
    private readonly CancellationTokenSource _source;
    private readonly bool _isForeign;
    private bool _isTelling;

    private Cancellation(Operation operation, CancellationTokenSource source, bool isForeign)
    {
        (_source, _isForeign) = (source, isForeign);
        var memory = operation.Execution.Memory;
        Location = memory.Of(source, LocationName.Model, operation);
        Queue = memory.Of(source, LocationName.Queue, operation);
        Life = memory.Of(source, LocationName.Whole, operation);
        Clock = memory.Of(source, LocationName.Monitor, operation);
        Linking = memory.Of(source, LocationName.Life, operation);
        operation.Execution.Models[source] = this;
    }

    /// <summary>Its state is <see cref="Requested"/> from the cancellation on.</summary>
    internal Location Location { get; }

    private Location Queue { get; }

    /// <summary>Its state is 1 once it is disposed of.</summary>
    private Location Life { get; }

    /// <summary>That of the alarm that cancels it.</summary>
    private Location Clock { get; }

    internal Dictionary<CancellationTokenRegistration, Registered> Registrations { get; } = [];

    internal bool IsRequested => Location.State == Requested;

    internal CancellationToken Token { get; private init; }

    /// <summary>What joining or asking has in common with cancelling.</summary>
    internal Access[] ToJoin => [new(Location, AccessMode.Read), new(Queue, AccessMode.Write)];

    /// <summary>What an event touches that takes somebody off the queue.</summary>
    internal Access ToLeave => new(Queue, AccessMode.Add);

    internal static Cancellation Make(Operation operation, CancellationTokenSource source) =>
        new(operation, source, false) { Token = source.Token };

    /// <returns>Null for a token that says the same for ever.</returns>
    internal static Cancellation? Of(Operation operation, CancellationToken token)
    {
        if (SourceOf(ref token) is not { } source) return null;
        if (operation.Execution.Models.TryGetValue(source, out var known)) return (Cancellation)known;
        // From outside, such as the test framework's: within one execution it does not change.
        return token.IsCancellationRequested ? null : new(operation, source, true) { Token = token };
    }

    internal static Cancellation Of(Operation operation, CancellationTokenSource source) =>
        operation.Execution.Models.TryGetValue(source, out var known) ? (Cancellation)known
            : new(operation, source, true) { Token = source.Token };

    /// <summary>Whether it is cancelled: an event.</summary>
    internal static bool IsRequestedOf(Operation operation, CancellationToken token, string site)
    {
        if (Of(operation, token) is not { } cancellation) return token.IsCancellationRequested;
        if (!operation.IsObserved) return cancellation.IsRequested;
        return Primitive.Read(operation, cancellation.Location, site) == Requested;
    }

    /// <summary>In an event that touches <see cref="ToJoin"/>, unless it is cancelled already.</summary>
    internal void Join(Told told) => _told.Add(told);

    /// <summary>
    /// In an event that touches <see cref="ToLeave"/>. Whoever is on the queue when it is cancelled is
    /// told, or not, by an event of its own.
    /// </summary>
    internal void Leave(Told told)
    {
        if (!IsRequested) _told.Remove(told);
    }

    internal void Cancel(Operation operation, bool throwsFirst, string site)
    {
        if (operation.Execution.IsOver) return;
        if (Request(operation, EventKind.Cancel, site, true)) TellAll(operation, throwsFirst);
    }

    /// <summary>The cancellation itself, as an event.</summary>
    /// <returns>Whether this was the first.</returns>
    private bool Request(Operation operation, EventKind kind, string site, bool checks)
    {
        if (_isForeign)
        {
            throw operation.Execution.Refuse("a CancellationTokenSource made outside the test's body",
                "make it inside", site);
        }
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = Location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = [new(Queue, AccessMode.Read), new(Life, AccessMode.Read), new(Clock, AccessMode.Write)];
        operation.Execution.Perform(operation);
        if (checks) ObjectDisposedException.ThrowIf(Life.State != 0, _source);
        else if (Life.State != 0) return false;
        return Happens();
    }

    /// <summary>Before anybody knows of it.</summary>
    internal void HappensAtOnce() => Happens();

    private bool Happens()
    {
        if (IsRequested) return false;
        Location.State = Requested;
        Clock.State = 0;
        _isTelling = _handle is not null;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // By a using statement, which disposes of the real one only.
        }
        return true;
    }

    internal Task CancelLater(Operation operation, string site)
    {
        bool isFirst;
        try
        {
            isFirst = Request(operation, EventKind.Cancel, site, true);
        }
        catch (ObjectDisposedException exception)
        {
            var failed = Task.FromException(exception);
            Faulted.Note(failed, site);
            return failed;
        }
        if (!isFirst || IsAlone) return Task.CompletedTask;
        return Started.Run(operation, new Task(() =>
            TellAll(Hooks.Hook.Current!, false), TaskCreationOptions.DenyChildAttach), site);
    }

    private void TellAll(Operation operation, bool throwsFirst)
    {
        List<Exception>? exceptions = null;
        _isTelling = true;
        if (_handle is { } handle) EventHandle.Change(operation, handle, EventKind.Set, 1, "");
        while (_told.Count > 0)
        {
            var last = _told[^1];
            _told.RemoveAt(_told.Count - 1);
            try
            {
                last.Tell(operation);
            }
            catch (Exception exception) when (!throwsFirst && exception is not Unwinding)
            {
                (exceptions ??= []).Add(exception);
            }
        }
        _isTelling = false;
        if (exceptions is not null) throw new AggregateException(exceptions);
    }

    /// <summary>Ends its life: an event.</summary>
    internal void Dispose(Operation operation, string site)
    {
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return;
        PerformDisposal(operation, site);
        if (Linking.State == Telling && _teller != operation)
        {
            foreach (var (parent, told) in Parents) parent.Leave(told);
            AwaitTelling(operation, site);
            PerformDisposal(operation, site);
        }
        Life.State = 1;
        Clock.State = 0;
        foreach (var (parent, told) in Parents) parent.Leave(told);
        // Who sets it just now may do so: CancellationTokenSource.cs, Dispose.
        if (_handle is { } handle && !_isTelling)
            Disposal.Happened(operation, EventHandle.At(operation, handle, site));
        _source.Dispose();
    }

    private void PerformDisposal(Operation operation, string site)
    {
        Execution.Announce(operation, EventKind.Dispose, site);
        ref var next = ref operation.Next;
        next.Location = Life;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = DisposalTouches(operation, site);
        if (Parents.Count > 0) next.Sources = [Linking];
        operation.Execution.Perform(operation);
    }

    /// <summary>Besides its life: whoever waits for its handle, and what it is linked to.</summary>
    private Access[] DisposalTouches(Operation operation, string site)
    {
        List<Access> more = [new(Clock, AccessMode.Write)];
        if (_handle is { } handle)
            more.Add(new(EventHandle.At(operation, handle, site), AccessMode.Write));
        if (Parents.Count > 0) more.Add(new(Linking, AccessMode.Write));
        more.AddRange(Parents.Select(parent => parent.Source.ToLeave));
        return [.. more];
    }

    /// <summary>Its token, unless it is disposed of: an event that only looks.</summary>
    internal CancellationToken Get(Operation operation, string site)
    {
        Primitive.Read(operation, Life, site);
        ObjectDisposedException.ThrowIf(Life.State != 0, _source);
        return Token;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    private static extern ref readonly CancellationTokenSource? SourceOf(ref CancellationToken token);
}
