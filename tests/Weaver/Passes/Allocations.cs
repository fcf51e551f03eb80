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
        foreach (var instruction in method.Code)
            Measure(method, instruction);
    }

    /// <summary>What may be large is told: before it is made where its size is known, or else after.</summary>
    static void Measure(MethodWeave method, Instruction instruction)
    {
        if (instruction.OpCode.Code == Code.Newarr)
        {
            method.Before(instruction,
                Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Conv_I),
                Instruction.Create(OpCodes.Sizeof, (TypeReference)instruction.Operand),
                method.Site(instruction), method.Hooks.Call(nameof(Hook.MakesArray)));
            return;
        }
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj)
            || instruction.Operand is not MethodReference member) return;
        // The last argument is how many characters there are to be.
        if (member is { DeclaringType.FullName: "System.String", Name: ".ctor", Parameters.Count: 2 }
            && member.Parameters[1].ParameterType.FullName == "System.Int32")
            method.Before(instruction,
                Instruction.Create(OpCodes.Dup), method.Site(instruction),
                method.Hooks.Call(nameof(Hook.MakesString)));
        else if (instruction.Previous?.OpCode.Code != Code.Tail
            && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
            && callee.Reference.ReturnType.FullName == "System.String")
            method.After(instruction,
                Instruction.Create(OpCodes.Dup), method.Site(instruction),
                method.Hooks.Call(nameof(Hook.MadeString)));
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
