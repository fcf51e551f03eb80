using Interleavings;
using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>The constructors of a class with a finalizer say so, when the base is constructed.</summary>
sealed class Finalizers : IPass
{
    public void Weave(MethodWeave method)
    {
        if (method.BaseCall is { } call
            && method.Method.DeclaringType.Methods.FirstOrDefault(IsFinalizer) is { } finalizer)
            method.After(call,
                Instruction.Create(OpCodes.Ldarg_0),
                Instruction.Create(OpCodes.Ldstr, SiteOf(finalizer)),
                method.Hooks.Call(nameof(Hook.Finalizable)));
    }

    /// <summary>Where it is written: the constructor may be one that nobody has written.</summary>
    static string SiteOf(MethodDefinition finalizer)
    {
        var point = finalizer.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        return new Site(
            point?.Document.Url ?? "", point?.StartLine ?? 0, SourceNames.Member(finalizer), "").Format();
    }

    static bool IsFinalizer(MethodDefinition method) =>
        method is { Name: "Finalize", IsVirtual: true, HasParameters: false };
}
