using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>
/// Library calls that may wait, or work for long, are told before: one that doesn't come back can only be
/// named by what was told last.
/// </summary>
sealed class CallsOutside : IPass
{
    /// <summary>Their calls are short and many.</summary>
    static readonly string[] plain =
    [
        "System.Collections.Generic", "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices", "System.Diagnostics.CodeAnalysis",
    ];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj
                && instruction.Previous?.OpCode.Code != Code.Tail
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && MayBeLong(callee.Reference.DeclaringType.GetElementType()))
                method.Before(instruction,
                    method.Site(instruction, MemberNames.Short(callee.Reference)),
                    method.Hooks.Call(nameof(Hook.CallsOutside)));
    }

    static bool MayBeLong(TypeReference type) => type.Namespace == "System"
        ? type.Name is "Console" or "GC"
        : !plain.Contains(type.Namespace);
}
