namespace Interleavings.Scheduling;

/// <summary>
/// The calls of woven methods that an operation is inside of: the same number on every machine, however
/// large the compiler makes their frames.
/// </summary>
internal sealed class Calls
{
    /// <summary>
    /// As many calls one inside the other, in an execution with too many steps, are what goes on.
    /// </summary>
    private const int Deep = 250;

    private Call[] _calls = new Call[16];

    internal int Count { get; private set; }

    /// <summary>The calls, each counted as often as what it needs of the stack at its end asks for.</summary>
    internal int Weight { get; private set; }

    /// <summary>Bytes that the calls have taken from the stack by <c>stackalloc</c>.</summary>
    internal long Taken { get; private set; }

    internal bool IsDeep => Count >= Deep;

    private struct Call
    {
        /// <summary>Where a local of the method is: the stack grows down.</summary>
        internal nint Frame;

        internal string Site;

        internal int Weight;

        internal bool AlwaysCalls;

        internal long Taken;
    }

    internal void Clear() => (Count, Weight, Taken) = (0, 0, 0);

    internal void Enter(nint frame, int weight, string site)
    {
        // One that was left by an exception, which a library has caught.
        if (Count > 0 && _calls[Count - 1].Frame <= frame) LeaveTo(frame + 1);
        if (Count == _calls.Length) Array.Resize(ref _calls, Count * 2);
        ref var call = ref _calls[Count++];
        call = new()
        {
            Frame = frame,
            Site = site,
            Weight = weight & ~Hooks.Hook.AlwaysCalls,
            AlwaysCalls = (weight & Hooks.Hook.AlwaysCalls) != 0,
        };
        Weight += call.Weight;
    }

    /// <summary>The method with this frame returns.</summary>
    internal void Leave(nint frame) => LeaveTo(frame + 1);

    /// <summary>The method with this frame has control again: the calls that it made are over.</summary>
    internal void Back(nint frame) => LeaveTo(frame);

    internal void Take(long bytes)
    {
        Taken += bytes;
        if (Count > 0) _calls[Count - 1].Taken += bytes;
    }

    /// <summary>Whether the latest calls were each made by a method that always makes them.</summary>
    internal bool NeverEnd
    {
        get
        {
            if (!IsDeep) return false;
            for (var i = Count - Deep / 2; i < Count; i++)
            {
                if (!_calls[i].AlwaysCalls) return false;
            }
            return true;
        }
    }

    /// <summary>
    /// Of the methods that call each other again and again, the one that was called first: where it
    /// begins.
    /// </summary>
    internal string FirstOfCycle()
    {
        Dictionary<string, int> counts = [];
        for (var i = 0; i < Count; i++)
            counts[_calls[i].Site] = counts.GetValueOrDefault(_calls[i].Site) + 1;
        var often = counts.Values.Max() / 2;
        for (var i = 0; i < Count; i++)
        {
            if (counts[_calls[i].Site] >= often) return _calls[i].Site;
        }
        return _calls[Count - 1].Site;
    }

    private void LeaveTo(nint end)
    {
        while (Count > 0 && _calls[Count - 1].Frame < end)
        {
            ref var left = ref _calls[--Count];
            Taken -= left.Taken;
            Weight -= left.Weight;
        }
    }
}
