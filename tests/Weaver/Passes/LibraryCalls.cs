using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>
/// Calls of a library that may call the program back: hooks before and after tell the explorer that the
/// call goes on after each callback. Comes before <see cref="ObjectCalls"/>, whose hooks tell what
/// the call reads and writes.
/// </summary>
sealed class LibraryCalls : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj)
                || instruction.Previous?.OpCode.Code == Code.Tail
                || method.ConstrainedTo(instruction) is not (null or GenericParameter)
                || method.BaseCall == instruction)
                continue;
            var callee = method.Calls.Of(instruction);
            if (callee.Kind != CalleeKind.Unwoven
                || !CallingBack.Is(method, instruction, callee.Reference))
                continue;
            method.Before(instruction, Tell(method, nameof(Hook.LibraryCall)));
            method.After(instruction, Tell(method, nameof(Hook.LibraryReturn)));
        }
    }

    static Instruction[] Tell(MethodWeave method, string hook) =>
        [Instruction.Create(OpCodes.Ldloca, method.Frame), method.Hooks.Call(hook)];
}
