using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>Whether the value of a local may still be looked at.</summary>
static class Liveness
{
    /// <summary>Walks on from <paramref name="at"/> until each path overwrites the local.</summary>
    public static bool IsLive(MethodBody body, VariableDefinition local, Instruction at)
    {
        var seen = new HashSet<Instruction>();
        var pending = new Stack<Instruction>([at]);
        while (pending.TryPop(out var instruction))
        {
            if (!seen.Add(instruction))
                continue;
            // Whoever holds its address may read it at any time.
            if (instruction.Operand == local && instruction.OpCode.Code != Code.Stloc)
                return true;
            foreach (var handler in body.ExceptionHandlers)
                if (instruction.Offset >= handler.TryStart.Offset
                    && instruction.Offset < handler.TryEnd.Offset)
                    pending.Push(handler.FilterStart ?? handler.HandlerStart);
            if (instruction.Operand == local)
                continue;
            foreach (var next in instruction.Successors())
                pending.Push(next);
        }
        return false;
    }
}
