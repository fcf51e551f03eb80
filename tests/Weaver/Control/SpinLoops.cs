using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Control;

/// <summary>A loop that only reads: another round is of use only when what it read has changed.</summary>
/// <param name="Entrances">Its head, and the jump to its condition from before it.</param>
sealed record SpinLoop(IReadOnlyList<Instruction> Entrances, IReadOnlyList<Instruction> BackEdges);

/// <summary>
/// Finds loops that only read. When in doubt it isn't one: to wait in a loop that does something
/// would lose interleavings; to go round in one that doesn't costs only time.
/// </summary>
static class SpinLoops
{
    public static IReadOnlyList<SpinLoop> In(MethodWeave method)
    {
        var edges = method.Code
            .SelectMany(branch => branch.Targets(), (branch, target) => (Branch: branch, Head: target))
            .Where(e => e.Head.Offset <= e.Branch.Offset)
            .ToLookup(e => e.Head, e => e.Branch);
        return [.. edges.Select(loop => Find(method, loop.Key, [.. loop.Distinct()]))
            .OfType<SpinLoop>()];
    }

    static SpinLoop? Find(MethodWeave method, Instruction head, Instruction[] backEdges)
    {
        var end = backEdges.Max(b => b.Offset);
        bool Inside(Instruction i) => i.Offset >= head.Offset && i.Offset <= end;

        var body = method.Code.Where(Inside).ToList();
        if (backEdges.Any(b => b.OpCode.Code is Code.Leave or Code.Switch)
            || body.Any(i => i.Targets().Any(t => t.Offset <= i.Offset && t != head))
            || !body.All(i => OnlyReads(method, i, head)))
            return null;

        // "while" jumps over its body to the condition; any other way in isn't understood.
        var ways = method.Code
            .Where(i => !Inside(i) && i.Targets().Any(t => Inside(t) && t != head))
            .ToList();
        return ways.All(w => w == head.Previous && w.OpCode.Code == Code.Br)
            ? new([head, .. ways], backEdges)
            : null;
    }

    static bool OnlyReads(MethodWeave method, Instruction instruction, Instruction head) =>
        instruction.OpCode.Code switch
        {
            Code.Stloc => !Liveness.IsLive(
                method.Method.Body, (VariableDefinition)instruction.Operand, head),
            Code.Call or Code.Callvirt => method.Module.Pure.IsPure(instruction),
            _ => PureCalls.OnlyReads(instruction),
        };
}
