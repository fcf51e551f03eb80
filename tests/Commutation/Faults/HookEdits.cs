using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Commutation.Faults;

/// <summary>Edits of the hooks in a woven method.</summary>
static class HookEdits
{
    /// <summary>The method's accesses have no events.</summary>
    public static void Unseen(MethodDefinition method) => Drop(method, _ => true);

    /// <summary>Calls count as reads of what they are handed or called on.</summary>
    public static void Reads(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
            if (Hooked(instruction) is { Name: nameof(Hook.ObjectWrite) } hook)
                instruction.Operand = new MethodReference(
                    nameof(Hook.ObjectRead), hook.ReturnType, hook.DeclaringType)
                {
                    Parameters = { new(hook.Parameters[0].ParameterType),
                        new(hook.Parameters[1].ParameterType) },
                };
    }

    static void Drop(MethodDefinition method, Func<MethodReference, bool> which)
    {
        method.Body.SimplifyMacros();
        var il = method.Body.GetILProcessor();
        foreach (var instruction in method.Body.Instructions.ToList())
        {
            if (Hooked(instruction) is not { } hook || !which(hook)
                || hook.ReturnType.MetadataType != MetadataType.Void)
                continue;
            // In place, because a branch may lead here.
            for (var i = 1; i < hook.Parameters.Count; i++)
                il.InsertAfter(instruction, il.Create(OpCodes.Pop));
            instruction.OpCode = hook.Parameters.Count == 0 ? OpCodes.Nop : OpCodes.Pop;
            instruction.Operand = null;
        }
        method.Body.OptimizeMacros();
    }

    static MethodReference? Hooked(Instruction instruction) =>
        instruction.OpCode.Code == Code.Call && instruction.Operand is MethodReference called
        && called.DeclaringType.FullName == typeof(Hook).FullName ? called : null;
}
