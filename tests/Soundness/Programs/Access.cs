namespace Soundness.Programs;

/// <summary>One access: its result, if it has one, is an int.</summary>
/// <param name="Target">Which variable, lock, semaphore or type of its kind.</param>
/// <param name="Value">Written or added; see <see cref="Operand"/>.</param>
/// <param name="Comparand">Of a compare-exchange; see <see cref="Operand"/>.</param>
/// <param name="Style">How it is written: in place, in a method, behind <c>out</c>.</param>
public sealed record Access(
    Deed Deed, int Target = 0, int Value = 0, int Comparand = 0, int Style = 0);

/// <summary>A constant from 0 to 9; 10 to 12 are the locals a, b and c.</summary>
public static class Operand
{
    public const int FirstLocal = 10;

    public static bool IsLocal(int operand) => operand >= FirstLocal;

    public static int Local(int operand) => operand - FirstLocal;
}
