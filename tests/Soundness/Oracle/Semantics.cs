using Soundness.Programs;
using Soundness.Sources;

namespace Soundness.Oracle;

/// <summary>
/// What a program does, step by step, under sequential consistency: plain enough to be believed.
/// Nothing here knows of dependence, of traces or of loops that wait.
/// </summary>
sealed partial class Semantics
{
    /// <summary>In a monitor: without a time limit, with one, and once pulsed.</summary>
    const int Waits = 1, WaitsTimed = 3, IsPulsed = 2;

    /// <summary>Needs a pool thread: to begin, or to continue after an await.</summary>
    const int Unborn = 4, Hops = 6;

    /// <summary>At an await: for a completion, for a permit, and once it has the permit.</summary>
    const int Suspended = 5, Queues = 7, IsGranted = 8;

    const int Ended = -1;

    readonly FuzzProgram program;
    readonly Instruction[][] code;
    readonly bool hasOwn;

    /// <summary>By semaphore: whether a release hands its permit over.</summary>
    readonly bool[] handsOver;

    public Semantics(FuzzProgram program)
    {
        this.program = program;
        var form = StaticForms.Of(program);
        code = [.. program.Participants.Select(p => Compiler.Compile(p, form))];
        hasOwn = program.Does(Deed.ReadOwn) || program.Does(Deed.WriteOwn);
        handsOver = [.. Enumerable.Range(0, 2).Select(p => Awaits(p) && !IsMixed(p))];
    }

    public int Threads => code.Length;

    /// <summary>
    /// Whether some block and some await at one semaphore: .NET promises no order among them, and
    /// this oracle allows more than the real one does.
    /// </summary>
    public bool IsCoarse => Enumerable.Range(0, 2).Any(IsMixed);

    public int[] Start()
    {
        var state = new int[Cells.Of(Threads)];
        state[Cells.Owner] = state[Cells.Owner + 1] = -1;
        state[Cells.Permits + 1] = 1;
        for (var t = 0; t < Threads; t++)
        {
            var isPooled = hasOwn && IsPooled(t);
            state[Cells.Of(t) + Cells.Phase] = isPooled ? Unborn : 0;
            Settle(state, t);
        }
        return state;
    }

    bool IsMixed(int permits) => Awaits(permits)
        && program.Participants.Any(p => Accesses(p).Any(a => a.Target == permits
            && (a.Deed == Deed.TryPermitTimed
                || a.Deed == Deed.WaitPermit && p.Kind != Kind.Async)));

    bool Awaits(int permits) => program.Participants.Any(p => p.Kind == Kind.Async
        && Accesses(p).Any(a => a.Target == permits && a.Deed == Deed.WaitPermit));

    static IEnumerable<Access> Accesses(Participant participant) =>
        FuzzProgram.AccessesIn(participant.Body);

    bool IsPooled(int t) => program.Participants[t].Kind is Kind.Task or Kind.Async;

    bool IsAsync(int t) => program.Participants[t].Kind == Kind.Async;

    public static bool HasEnded(int[] state, int t) => state[Cells.Of(t) + Cells.At] == Ended;

    /// <summary>The results, in the order in which the program returns them.</summary>
    public string Outcome(int[] state)
    {
        var values = new List<int>();
        for (var i = 0; i < FuzzProgram.Variables; i++) values.Add(state[Cells.Variable + i]);
        for (var i = 0; i < FuzzProgram.Plains; i++) values.Add(state[Cells.Plain + i]);
        for (var t = 0; t < Threads; t++)
        {
            var r = Cells.Of(t) + Cells.Register;
            values.Add(state[r] * 10000 + state[r + 1] * 100 + state[r + 2]);
        }
        return string.Join(' ', values);
    }

    /// <summary>Adds the states that thread <paramref name="t"/> can lead to by one step.</summary>
    public void Step(int[] from, int t, List<int[]> to)
    {
        if (HasEnded(from, t)) return;
        var thread = Cells.Of(t);
        switch (from[thread + Cells.Phase])
        {
            case Waits or Queues: return;
            case IsGranted:
                var granted = Copy(from);
                granted[thread + Cells.Phase] = 0;
                to.Add(Went(granted, t, Current(from, t), 0));
                return;
            case Unborn or Hops: OnAnyPoolThread(from, t, to); return;
            case WaitsTimed:
                var late = Copy(from);
                var gate = Current(from, t).Access!.Target;
                late[Cells.Waiting + gate] = Without(late[Cells.Waiting + gate], t + 1);
                late[thread + Cells.Phase] = IsPulsed;
                to.Add(late);
                return;
            case IsPulsed: Reacquire(from, t, to); return;
        }
        var instruction = Current(from, t);
        switch (instruction.Code)
        {
            case Code.Act: Act(from, t, instruction, to); return;
            case Code.Enter: Enter(from, t, instruction, to); return;
            case Code.TryEnter:
                if (!Enter(from, t, instruction, to)) to.Add(Went(Copy(from), t, instruction, 0));
                return;
            case Code.Exit:
                var left = Copy(from);
                if (--left[Cells.Depth + instruction.Subject] == 0)
                    left[Cells.Owner + instruction.Subject] = -1;
                to.Add(Went(left, t, instruction, 0));
                return;
            case Code.BeginInitializer: BeginInitializer(from, t, instruction, to); return;
            case Code.EndInitializer: EndInitializer(from, t, instruction, to); return;
        }
    }

    Instruction Current(int[] state, int t) => code[t][state[Cells.Of(t) + Cells.At]];

    static int[] Copy(int[] state) => (int[])state.Clone();

    bool Enter(int[] from, int t, Instruction instruction, List<int[]> to)
    {
        var gate = instruction.Subject;
        if (from[Cells.Owner + gate] >= 0 && from[Cells.Owner + gate] != t) return false;
        var entered = Copy(from);
        entered[Cells.Owner + gate] = t;
        entered[Cells.Depth + gate]++;
        to.Add(Went(entered, t, instruction, 1));
        return true;
    }

    void Reacquire(int[] from, int t, List<int[]> to)
    {
        var instruction = Current(from, t);
        var gate = instruction.Access!.Target;
        if (from[Cells.Owner + gate] >= 0) return;
        var state = Copy(from);
        var thread = Cells.Of(t);
        state[Cells.Owner + gate] = t;
        state[Cells.Depth + gate] = state[thread + Cells.Saved];
        state[thread + Cells.Saved] = state[thread + Cells.Phase] = 0;
        to.Add(Went(state, t, instruction, 0));
    }

    /// <summary>
    /// A thread that needs a type which another initializes waits for it, unless that other waits
    /// for an initializer of this thread: then this one continues (ECMA-335, II.10.5.3.3).
    /// </summary>
    void BeginInitializer(int[] from, int t, Instruction instruction, List<int[]> to)
    {
        var type = instruction.Subject;
        var by = from[Cells.Type + type];
        var state = Copy(from);
        if (by == 0)
        {
            state[Cells.Type + type] = t + 1;
            to.Add(Went(state, t, instruction, 0));
        }
        else if (by == Cells.Initialized || by == t + 1 || WaitsFor(from, by - 1, t))
        {
            state[Cells.Of(t) + Cells.At] = instruction.Target;
            Settle(state, t);
            to.Add(state);
        }
    }

    bool WaitsFor(int[] state, int t, int whom)
    {
        for (var i = 0; i < Threads; i++)
        {
            if (HasEnded(state, t)) return false;
            if (Current(state, t) is not { Code: Code.BeginInitializer } needs) return false;
            var by = state[Cells.Type + needs.Subject];
            if (by == 0 || by == Cells.Initialized || by == t + 1) return false;
            if (by - 1 == whom) return true;
            t = by - 1;
        }
        return false;
    }

    void EndInitializer(int[] from, int t, Instruction instruction, List<int[]> to)
    {
        var state = Copy(from);
        var registers = Cells.Of(t) + Cells.Register;
        var type = instruction.Subject;
        state[Cells.Static + type] = state[registers + Compiler.Temporary + 1 + type]
            + (instruction.IsFlagged ? 10 * state[registers + Compiler.Temporary] : 0);
        state[Cells.Type + type] = Cells.Initialized;
        state[registers + Compiler.Temporary + 1 + type] = 0;
        state[registers + Compiler.Temporary] = 0;
        to.Add(Went(state, t, instruction, 0));
    }

    /// <summary>The state after an instruction and the local ones that follow it.</summary>
    int[] Went(int[] state, int t, Instruction instruction, int result)
    {
        var thread = Cells.Of(t);
        if (instruction.Into >= 0) state[thread + Cells.Register + instruction.Into] = result;
        state[thread + Cells.At]++;
        Settle(state, t);
        return state;
    }

    void Settle(int[] state, int t)
    {
        var thread = Cells.Of(t);
        for (var i = 0; ; i++)
        {
            if (i > 1000) throw new NotSupportedException("a loop without accesses");
            var instruction = Current(state, t);
            ref var register = ref state[thread + Cells.Register + instruction.Subject];
            switch (instruction.Code)
            {
                case Code.Jump: state[thread + Cells.At] = instruction.Target; break;
                case Code.Test:
                    var holds = Test.Holds(instruction.Sign, register, instruction.Constant);
                    if (instruction.Subject == Compiler.Temporary) register = 0;
                    if (holds) state[thread + Cells.At]++;
                    else state[thread + Cells.At] = instruction.Target;
                    break;
                case Code.Assign:
                    register = instruction.Constant + (instruction.IsFlagged ? register : 0);
                    state[thread + Cells.At]++;
                    break;
                case Code.End:
                    state[thread + Cells.At] = Ended;
                    if (hasOwn && IsPooled(t)) Rest(state, t);
                    return;
                default: return;
            }
        }
    }

    /// <summary>The pool thread is idle, and keeps its own variable.</summary>
    static void Rest(int[] state, int t)
    {
        ref var own = ref state[Cells.Of(t) + Cells.Own];
        if (own > 0) state[Cells.Idle + own]++;
        own = 0;
    }

    void OnAnyPoolThread(int[] from, int t, List<int[]> to)
    {
        var thread = Cells.Of(t);
        for (var own = 0; own < 3; own++)
        {
            if (own > 0 && from[Cells.Idle + own] == 0) continue;
            var state = Copy(from);
            var hops = state[thread + Cells.Phase] == Hops;
            state[thread + Cells.Phase] = 0;
            if (own > 0) state[Cells.Idle + own]--;
            state[thread + Cells.Own] = own;
            if (hops) Went(state, t, Current(from, t), 0);
            to.Add(state);
        }
    }

    static int Without(int digits, int digit)
    {
        var (rest, place) = (0, 1);
        for (; digits > 0; digits /= 4)
        {
            if (digits % 4 == digit) continue;
            rest += digits % 4 * place;
            place *= 4;
        }
        return rest;
    }
}
