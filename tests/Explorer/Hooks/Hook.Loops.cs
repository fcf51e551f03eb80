using System.Runtime.CompilerServices;
using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

// What woven loops pass.
public static partial class Hook
{
    /// <summary>Where code goes back to without a loop, as an iterator does between two items.</summary>
    public static void Loop(string site)
    {
        if (Current is { } o) o.Execution.Round(o, site);
        else Footprints.Leave(site);
    }

    /// <summary>At the head of a loop, each time round and when it is entered.</summary>
    /// <returns>Whether the locals are to be compared, for <see cref="LoopRound"/>.</returns>
    public static bool LoopHead(ref LoopRound round, string site)
    {
        if (Current is not { } o)
        {
            Footprints.Leave(site);
            return false;
        }
        var stamp = o.Execution.Stamp;
        if (round.Stamp == stamp)
        {
            o.Execution.Round(o, site);
        }
        else
        {
            // An iterator enters its loop anew for each item: that must end as well.
            o.Execution.Enter(o, site);
            round.Stamp = stamp;
            round.Start = -1;
        }
        return o is { Unscheduled: 0, Trial: null };
    }

    /// <summary>
    /// At the head of a loop: a round has ended that may have been a wait, and the next one begins.
    /// </summary>
    /// <param name="isSame">
    /// Whether all that a later round reads of this call's own variables is as it was a round ago.
    /// </param>
    public static unsafe void LoopRound(ref LoopRound round, bool isSame, string site)
    {
        var o = Current!;
        isSame = isSame && round.Start >= 0 && round.Operation == o.Id
            && round.UnseenChanges == o.UnseenChanges && !ChangedCallers(o, round)
            && o.ThreadVariables.Are(round.ThreadVariables);
        o.Execution.Silent(isSame && round.Start == o.Execution.Trace.Count
            && round.Allocations == o.Allocations);
        if (isSame) LoopWaits.After(o, round.Start, round.Allocations, site);
        if (o.Execution.IsLong) o.Rounds.Ended(site, isSame, o.Execution.Trace.Count);
        round.Start = o.Execution.Trace.Count;
        round.Operation = o.Id;
        round.UnseenChanges = o.UnseenChanges;
        round.Allocations = o.Allocations;
        round.ThreadVariables = o.ThreadVariables.Values();
        round.LocalWrites = o.LocalWrites.Count;
        // A variable of an async method's state machine is on the heap: no callee has its callers' locals.
        ref var own = ref Unsafe.As<LoopRound, byte>(ref round);
        round.Top = VariableModel.IsOnStack(o, ref own)
            ? (nint)Unsafe.AsPointer(ref own) : nint.MaxValue;
    }

    /// <summary>
    /// Before <see cref="LoopRound"/>: a variable whose address the method takes. The weaver compares it
    /// where a later round reads it, so a change through a reference is no news.
    /// </summary>
    public static unsafe void Owns<T>(ref LoopRound round, ref T own) where T : allows ref struct
    {
        var end = (nint)Unsafe.AsPointer(ref Unsafe.As<T, byte>(ref own)) + Unsafe.SizeOf<T>();
        round.Top = Math.Max(round.Top, end);
    }

    /// <summary>Whether the round changed a local of a caller's, through a reference that it was given.</summary>
    private static bool ChangedCallers(Operation operation, in LoopRound round)
    {
        var writes = operation.LocalWrites;
        for (var i = round.LocalWrites; i < writes.Count; i++)
        {
            if (writes[i] >= round.Top) return true;
        }
        return false;
    }

    /// <summary>Whether a variable is as it was a round ago; keeps it for the next round.</summary>
    public static bool IsAsBefore<T>(ref T now, ref T before)
    {
        var isSame = Bits.AreEqual(ref now, ref before);
        if (!isSame) before = now;
        return isSame;
    }

    /// <summary>Before a call that changes something, or prints, without an event.</summary>
    public static void ChangesUnseen()
    {
        if (Current is { } o) o.UnseenChanges++;
    }
}
