using System.Runtime.CompilerServices;

namespace Interleavings.Exploration;

/// <summary>
/// Work of a fixed size, about half of the time between two looks at a program on a machine with nothing
/// else to do. A program that gets no turns on a busy machine isn't stuck: there, this takes longer as well.
/// </summary>
internal static class ControlWork
{
    private const int Rounds = 100_000_000;

    private static int _result;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Do()
    {
        // Each round needs the result of the one before (Marsaglia, Xorshift RNGs, 2003).
        var state = 2463534242u;
        for (var i = 0; i < Rounds; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }
        _result = (int)state;
    }
}
