using Interleavings.Hooks;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>A class that derives from a task completion source has made its task once that is constructed.</summary>
sealed class DerivedSources : IPass
{
    public void Weave(MethodWeave method)
    {
        if (method.BaseCall is { } call
            && method.Method.DeclaringType.BaseType?.GetElementType().FullName is
                "System.Threading.Tasks.TaskCompletionSource"
                or "System.Threading.Tasks.TaskCompletionSource`1")
            method.After(call,
                Instruction.Create(OpCodes.Ldarg_0),
                method.Site(call),
                method.Hooks.Call(nameof(Hook.SourceMade)));
    }
}
