using Mono.Cecil.Cil;

namespace Weaving.Control;

/// <summary>A loop that only reads: another round is of use only when what it read has changed.</summary>
/// <param name="Entrances">Its head, and the jump to its condition from before it.</param>
sealed record SpinLoop(IReadOnlyList<Instruction> Entrances, IReadOnlyList<Instruction> BackEdges);

static class SpinLoops
{
    public static IReadOnlyList<SpinLoop> In(MethodWeave method) => [];
}
