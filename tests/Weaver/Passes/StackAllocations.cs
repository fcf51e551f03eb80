using Interleavings.Hooks;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>What <c>stackalloc</c> takes has to fit: the runtime would end the process.</summary>
sealed class StackAllocations : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code == Code.Localloc)
                method.Before(instruction,
                    Instruction.Create(OpCodes.Dup),
                    method.Site(instruction),
                    method.Hooks.Call(nameof(Hook.StackAlloc)));
    }
}
