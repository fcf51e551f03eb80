using Soundness.Programs;

namespace Soundness.Oracle;

/// <summary>Where a state keeps what: a state is an array of ints.</summary>
static class Cells
{
    // Shared.
    public const int Variable = 0;

    /// <summary>What numbers the initializers comes after the variables.</summary>
    public const int Order = Variable + FuzzProgram.Variables;
    public const int Plain = Order + 1;
    public const int Owner = Plain + FuzzProgram.Plains;
    public const int Depth = Owner + FuzzProgram.Locks;

    /// <summary>The threads in a monitor's queue, base 4, the first as the lowest digit.</summary>
    public const int Waiting = Depth + FuzzProgram.Locks;
    public const int Permits = Waiting + FuzzProgram.Locks;

    /// <summary>The threads that await a permit, base 4, as above.</summary>
    public const int Awaiting = Permits + 2;
    public const int Event = Awaiting + 2;

    /// <summary>The items, base 4, the first as the lowest digit.</summary>
    public const int Queue = Event + 1;
    public const int Completed = Queue + 1;

    /// <summary>0; who runs the initializer, from 1; or <see cref="Initialized"/>.</summary>
    public const int Type = Completed + 1;
    public const int Static = Type + FuzzProgram.Types;
    public const int Ledger = Static + FuzzProgram.Types;

    /// <summary>How many idle pool threads keep a 1 as their own, and how many a 2.</summary>
    public const int Idle = Ledger + 1;
    public const int Shared = Idle + 3;

    public const int Initialized = 99;

    // Of each thread.
    public const int At = 0, Phase = 1, Saved = 2, Own = 3, Register = 4;
    public const int Thread = Register + Compiler.Registers;

    public static int Of(int thread) => Shared + thread * Thread;
}
