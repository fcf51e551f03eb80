namespace Interleavings.Tests.RandomPrograms;

/// <summary>
/// One step of a random program, and the next. A linked list of objects with read-only fields: its
/// interpretation adds no events to those of the step itself.
/// </summary>
internal sealed class Instruction
{
    internal readonly Kind Do;
    internal readonly int Operand;
    internal readonly Instruction? Next;

    internal Instruction(Kind kind, int operand, Instruction? next)
    {
        Do = kind;
        Operand = operand;
        Next = next;
    }

    internal enum Kind
    {
        Read,
        Write,
        Increment,
        VolatileRead,
        VolatileWrite,
        InterlockedDropped,
        InterlockedUsed,
        CompareExchange,
        Lock,
        LockTwo,
        LockObject,
        TryLock,
        Branch,
    }

    internal static int Kinds => (int)Kind.Branch + 1;

    public override string ToString() => $"{Do}({Operand})" + (Next is null ? "" : $" {Next}");
}
