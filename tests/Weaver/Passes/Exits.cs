using Interleavings.Hooks;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>
/// Where a method returns whose entry is counted. Not a pass: only methods with such an entry have it.
/// </summary>
static class Exits
{
    public static void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            // Nothing may come between a tail call and its return.
            if (instruction.OpCode.Code == Code.Ret
                && instruction.Previous?.Previous?.OpCode.Code != Code.Tail)
                method.Before(instruction,
                    Instruction.Create(OpCodes.Ldloca, method.Frame),
                    method.Hooks.Call(nameof(Hook.Leave)));
    }
}
