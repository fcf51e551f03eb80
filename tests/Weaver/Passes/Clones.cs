using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary><c>MemberwiseClone</c> reads all fields of an object.</summary>
sealed class Clones : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt
                && instruction.Operand is MethodReference
                {
                    Name: "MemberwiseClone", DeclaringType.FullName: "System.Object",
                }
                && method.Calls.Of(instruction).Kind == CalleeKind.Unwoven
                && method.Flow.Peek(instruction).Type?.IsReference() == true)
                method.Before(instruction,
                    Instruction.Create(OpCodes.Dup),
                    method.Site(instruction, method.NameOf(method.Flow.Peek(instruction))),
                    method.Hooks.Call(nameof(Hook.ReadFields)));
    }
}
