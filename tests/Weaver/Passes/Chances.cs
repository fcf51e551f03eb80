using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>Calls that answer anew each time are kept in mind, to be named.</summary>
sealed class Chances : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && Chance.Of(callee.Reference) is { } member)
            {
                method.Before(instruction,
                    Instruction.Create(OpCodes.Ldstr, member),
                    method.Site(instruction),
                    method.Hooks.Call(nameof(Hook.Chance)));
                if (Chance.IsSalted(callee.Reference))
                    method.After(instruction, method.Hooks.Call(nameof(Hook.Salted)));
                else if (Chance.IsIdentity(callee.Reference))
                {
                    method.Before(instruction, Instruction.Create(OpCodes.Dup),
                        method.Hooks.Call(nameof(Hook.HashesIdentity)));
                    method.After(instruction, method.Hooks.Call(nameof(Hook.Hashed)));
                }
                else if (Chance.IsHashCode(callee.Reference) && method.ConstrainedTo(instruction) is null)
                    Hash(method, instruction);
            }
    }

    static void Hash(MethodWeave method, Instruction call)
    {
        // The object itself, or the one that a comparer is handed.
        if (method.Flow.Peek(call).Type is { } type && type.IsReference())
        {
            method.Before(call,
                Instruction.Create(OpCodes.Dup), method.Hooks.Call(nameof(Hook.Hashes)));
            method.After(call, method.Hooks.Call(nameof(Hook.Hashed)));
        }
        else if (((MethodReference)call.Operand).DeclaringType.FullName == "System.String")
        {
            // Of characters in a span, or by a certain comparison.
            method.After(call, method.Hooks.Call(nameof(Hook.Salted)));
        }
    }
}
