using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>Objects get their names, stable across executions, where they first appear.</summary>
sealed class Allocations : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (IsFirstSeen(method, instruction))
                method.After(instruction,
                    Instruction.Create(OpCodes.Dup),
                    method.Hooks.Call(instruction.OpCode.Code is Code.Newarr or Code.Newobj
                        ? nameof(Hook.Allocated) : nameof(Hook.Name)));
    }

    static bool IsFirstSeen(MethodWeave method, Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newarr:
                return true;
            case Code.Newobj:
                return HasIdentity(((MethodReference)instruction.Operand).DeclaringType);
            case Code.Call or Code.Callvirt:
                var callee = method.Calls.Of(instruction);
                return callee.Kind == CalleeKind.Unwoven
                    && HasIdentity(callee.Reference.ResolvedReturn());
            default:
                return false;
        }
    }

    /// <summary>Whether it may be locked, or changed, or both.</summary>
    static bool HasIdentity(TypeReference type) =>
        type.IsReference()
        && type.FullName is not ("System.String" or "System.Type")
        && !type.IsDelegate() && !type.IsException() && !type.IsDelegateCache();
}
