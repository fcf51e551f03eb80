using Soundness.Programs;

namespace Soundness.Oracle;

sealed partial class Semantics
{
    void Act(int[] from, int t, Instruction instruction, List<int[]> to)
    {
        var access = instruction.Access!;
        var thread = Cells.Of(t);
        var state = Copy(from);
        int Value(int operand) => Operand.IsLocal(operand)
            ? from[thread + Cells.Register + Operand.Local(operand)] : operand;
        void Goes(int result = 0) => to.Add(Went(state, t, instruction, result));

        ref var x = ref state[Cells.Variable + access.Target];
        ref var permits = ref state[Cells.Permits + access.Target % 2];
        switch (access.Deed)
        {
            case Deed.Read: Goes(x); break;
            case Deed.Write: x = Value(access.Value); Goes(); break;
            case Deed.Exchange:
                var old = x;
                x = Value(access.Value);
                Goes(old);
                break;
            case Deed.Increment: Goes(++x); break;
            case Deed.CompareExchange:
                var seen = x;
                if (seen == Value(access.Comparand)) x = Value(access.Value);
                Goes(seen);
                break;
            case Deed.ReadPlain: Goes(state[Cells.Plain + access.Target]); break;
            case Deed.WritePlain:
                state[Cells.Plain + access.Target] = Value(access.Value);
                Goes();
                break;
            case Deed.WaitPermit:
                if (permits > 0) { permits--; Resume(state, t, instruction, to); }
                else if (handsOver[access.Target]) Queue(state, t, access.Target, to);
                else Suspend(from, t, to);
                break;
            case Deed.TryPermit or Deed.TryPermitTimed:
                if (permits > 0) { permits--; Goes(1); }
                else Goes(0);
                break;
            case Deed.ReleasePermit:
                if (!Grant(state, access.Target)) permits++;
                Goes();
                break;
            case Deed.SetEvent: state[Cells.Event] = 1; Goes(); break;
            case Deed.ResetEvent: state[Cells.Event] = 0; Goes(); break;
            case Deed.AwaitEvent: if (state[Cells.Event] == 1) Goes(); break;
            case Deed.AwaitEventTimed or Deed.IsEventSet: Goes(state[Cells.Event]); break;
            case Deed.Enqueue: Append(ref state[Cells.Queue], Value(access.Value)); Goes(); break;
            case Deed.TryDequeue:
                var first = state[Cells.Queue] % 4;
                state[Cells.Queue] /= 4;
                Goes(first);
                break;
            case Deed.CountQueue: Goes(Count(state[Cells.Queue])); break;
            case Deed.Complete: state[Cells.Completed] = 1; Goes(); break;
            case Deed.AwaitCompletion:
                if (state[Cells.Completed] == 1) Resume(state, t, instruction, to);
                else Suspend(from, t, to);
                break;
            case Deed.IsCompleted: Goes(state[Cells.Completed]); break;
            case Deed.Pulse: Pulse(state, access.Target); Goes(); break;
            case Deed.PulseAll:
                while (Pulse(state, access.Target)) { }
                Goes();
                break;
            case Deed.WaitForPulse or Deed.WaitForPulseTimed:
                state[thread + Cells.Saved] = state[Cells.Depth + access.Target];
                state[Cells.Depth + access.Target] = 0;
                state[Cells.Owner + access.Target] = -1;
                Append(ref state[Cells.Waiting + access.Target], t + 1);
                state[thread + Cells.Phase] = access.Deed == Deed.WaitForPulse ? Waits : WaitsTimed;
                to.Add(state);
                break;
            case Deed.ReadStatic: Goes(state[Cells.Static + access.Target]); break;
            case Deed.ReadOwn: Goes(state[thread + Cells.Own]); break;
            case Deed.WriteOwn: state[thread + Cells.Own] = Value(access.Value); Goes(); break;
            case Deed.CallUnwoven:
                CallUnwoven(state, t, instruction);
                Goes(state[Cells.Ledger]);
                break;
            case Deed.AwaitYield or Deed.AwaitDelay when hasOwn:
                Rest(state, t);
                state[thread + Cells.Phase] = Hops;
                to.Add(state);
                break;
            default: Goes(); break;
        }
    }

    /// <summary>Two steps: the first reads, the second writes one more.</summary>
    static void CallUnwoven(int[] state, int t, Instruction instruction)
    {
        ref var read = ref state[Cells.Of(t) + Cells.Register + Compiler.Temporary + 1];
        // The compiler marks the second by its style.
        if (instruction.Access!.Style == 0) return;
        state[Cells.Ledger] = read + 1;
        read = 0;
    }

    void Queue(int[] state, int t, int permits, List<int[]> to)
    {
        if (hasOwn) Rest(state, t);
        Append(ref state[Cells.Awaiting + permits], t + 1);
        state[Cells.Of(t) + Cells.Phase] = Queues;
        to.Add(state);
    }

    /// <summary>Hands the permit to the thread that has awaited it longest, if any.</summary>
    bool Grant(int[] state, int permits)
    {
        var first = state[Cells.Awaiting + permits] % 4 - 1;
        if (first < 0) return false;
        state[Cells.Awaiting + permits] /= 4;
        state[Cells.Of(first) + Cells.Phase] = hasOwn ? Hops : IsGranted;
        return true;
    }

    /// <summary>An await gives its pool thread back, if what it waits for isn't there.</summary>
    void Suspend(int[] from, int t, List<int[]> to)
    {
        var thread = Cells.Of(t);
        if (!hasOwn || !IsAsync(t) || from[thread + Cells.Phase] == Suspended) return;
        var state = Copy(from);
        Rest(state, t);
        state[thread + Cells.Phase] = Suspended;
        to.Add(state);
    }

    void Resume(int[] state, int t, Instruction instruction, List<int[]> to)
    {
        ref var phase = ref state[Cells.Of(t) + Cells.Phase];
        if (phase == Suspended)
        {
            phase = Hops;
            to.Add(state);
        }
        else
        {
            to.Add(Went(state, t, instruction, 0));
        }
    }

    bool Pulse(int[] state, int gate)
    {
        var first = state[Cells.Waiting + gate] % 4 - 1;
        if (first < 0) return false;
        state[Cells.Waiting + gate] /= 4;
        state[Cells.Of(first) + Cells.Phase] = IsPulsed;
        return true;
    }

    static void Append(ref int digits, int digit)
    {
        var place = 1;
        while (place <= digits) place *= 4;
        if (place > 1 << 24) throw new NotSupportedException("a queue without bounds");
        digits += digit * place;
    }

    static int Count(int digits)
    {
        var count = 0;
        for (; digits > 0; digits /= 4) count++;
        return count;
    }
}
