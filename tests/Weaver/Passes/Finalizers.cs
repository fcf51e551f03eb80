using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>The constructors of a class with a finalizer say so, when the base is constructed.</summary>
sealed class Finalizers : IPass
{
    public void Weave(MethodWeave method)
    {
        if (method.BaseCall is { } call && method.Method.DeclaringType.Methods.Any(IsFinalizer))
            method.After(call,
                Instruction.Create(OpCodes.Ldarg_0),
                method.Site(call),
                method.Hooks.Call(nameof(Hook.Finalizable)));
    }

    static bool IsFinalizer(MethodDefinition method) =>
        method is { Name: "Finalize", IsVirtual: true, HasParameters: false };
}
