using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The library calls that one operation is inside of. A call that calls the program back (a predicate, a
/// comparer, an iterator) uses its objects again after each callback: by then, others may have
/// changed them. So what a call reads and writes is repeated as an event of its own when it goes on
/// after a callback in which something happened.
/// </summary>
/// <remarks>
/// Where nothing happened, the repeated event would come right after the first one of the same
/// operation, and no order of the two and another operation's event could be told apart.
/// </remarks>
internal sealed class LibraryCalls
{
    private readonly List<Effect> _effects = [];
    private Call[] _calls = new Call[4];
    private int _count;
    private Effect _last;
    private int _lastAt = -1;
    private object? _stepped;

    private struct Call
    {
        /// <summary>Where the frame of the calling method is: the stack grows down.</summary>
        internal nint Frame;

        internal int FirstEffect;

        /// <summary>The operation's last event when the call was last known to use its objects.</summary>
        internal int UsedAt;

        internal bool HasCalledBack;
    }

    private readonly record struct Effect(
        Location Location, EventKind Kind, string Site, Access[]? Others, Doubt? Doubt);

    internal static void Begin(Operation operation, ref int frame)
    {
        var calls = operation.LibraryCalls ??= new();
        calls.LeaveDown(Address(ref frame));
        if (calls._count == calls._calls.Length) Array.Resize(ref calls._calls, calls._count * 2);
        calls._calls[calls._count++] = new()
        {
            Frame = Address(ref frame),
            FirstEffect = calls._effects.Count,
            UsedAt = operation.LastEvent,
        };
    }

    /// <summary>The call has returned.</summary>
    internal static void End(Operation operation, ref int frame)
    {
        if (operation.LibraryCalls is not { _count: > 0 } calls) return;
        var address = Address(ref frame);
        // Deeper calls ended by exceptions that a library has caught.
        while (calls._count > 0 && calls._calls[calls._count - 1].Frame < address) calls.Leave();
        if (calls._count == 0 || calls._calls[calls._count - 1].Frame != address) return;
        if (operation.IsObserved) calls.UseAgain(operation);
        calls.Leave();
    }

    /// <summary>An exception has been caught in the method with this frame.</summary>
    internal static void Unwound(Operation operation, ref int frame) =>
        operation.LibraryCalls?.LeaveDown(Address(ref frame));

    /// <summary>A woven method is entered: by the innermost call, or by code that it has called back.</summary>
    internal void CalledBack(Operation operation)
    {
        if (_count == 0) return;
        _calls[_count - 1].HasCalledBack = true;
        if (operation.IsObserved) UseAgain(operation);
    }

    /// <summary>What a hook before the innermost call has just announced is an effect of that call.</summary>
    internal void Add(
        Operation operation, Location location, EventKind kind, string site, Access[]? others,
        Doubt? doubt = null)
    {
        _last = new(location, kind, site, others, doubt);
        _lastAt = operation.LastEvent;
        _stepped = null;
        AddLast(operation);
    }

    /// <summary>
    /// Whether the operation has done nothing since it read just this. Then another read would come right
    /// after it, and no order could tell the two apart: it is an effect of the call all the same.
    /// </summary>
    internal bool HasJustRead(Operation operation, Location location, string site, Access[]? others)
    {
        if (_lastAt < 0 || _lastAt != operation.LastEvent || _last.Kind != EventKind.ObjectRead
            || _last.Location != location
            || !_last.Others.AsSpan().SequenceEqual(others)) return false;
        _last = _last with { Site = site };
        AddLast(operation);
        return true;
    }

    /// <summary>The same of a step of an enumerator, before it is known what that reads.</summary>
    internal bool HasJustStepped(Operation operation, object enumerator)
    {
        if (_stepped != enumerator || _lastAt < 0 || _lastAt != operation.LastEvent) return false;
        AddLast(operation);
        return true;
    }

    /// <summary>The last effect was all that a step of the enumerator reads.</summary>
    internal void Stepped(object enumerator) => _stepped = enumerator;

    private void AddLast(Operation operation)
    {
        if (_count == 0 || _calls[_count - 1].HasCalledBack) return;
        _effects.Add(_last);
        _calls[_count - 1].UsedAt = operation.LastEvent;
    }

    internal void Clear()
    {
        _count = 0;
        _effects.Clear();
        _last = default;
        _lastAt = -1;
        _stepped = null;
    }

    private void UseAgain(Operation operation)
    {
        var call = _count - 1;
        if (_calls[call].UsedAt == operation.LastEvent) return;
        for (var i = _calls[call].FirstEffect; i < _effects.Count; i++)
        {
            var (location, kind, site, others, doubt) = _effects[i];
            switch (kind)
            {
                case EventKind.AtomicRead or EventKind.AtomicWrite:
                    AtomicCall.Perform(operation, location, kind, site);
                    break;
                case EventKind.ObjectWrite:
                    VariableModel.Write(operation, location, kind, site, others);
                    VariableModel.Doubt(operation, doubt);
                    break;
                default:
                    VariableModel.Read(operation, location, kind, site, others);
                    break;
            }
        }
        _calls[call].UsedAt = operation.LastEvent;
    }

    private void LeaveDown(nint frame)
    {
        while (_count > 0 && _calls[_count - 1].Frame <= frame) Leave();
    }

    private void Leave()
    {
        var first = _calls[--_count].FirstEffect;
        if (first < _effects.Count) _effects.RemoveRange(first, _effects.Count - first);
    }

    private static unsafe nint Address(ref int frame) => (nint)Unsafe.AsPointer(ref frame);
}
