namespace Interleavings.Scheduling;

/// <summary>
/// Thrown through the program's code to end an operation whose execution is over. It is not a
/// failure of the program; woven handlers pass it on.
/// </summary>
internal sealed class Unwinding : Exception
{
    internal Unwinding() : base("The execution is over: the explorer unwinds this operation.")
    {
    }
}
