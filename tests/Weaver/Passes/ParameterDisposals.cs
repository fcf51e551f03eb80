using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary><c>Dispose</c> of a type parameter: what is behind it, only the run tells.</summary>
sealed class ParameterDisposals : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var call in method.Code)
            if (call is { OpCode.Code: Code.Callvirt, Operand: MethodReference { Name: "Dispose" } callee }
                && callee.DeclaringType.FullName == "System.IDisposable"
                && method.ConstrainedTo(call) is GenericParameter parameter
                && method.Calls.Of(call).Kind == CalleeKind.Unwoven)
                method.Replace(call,
                    method.Site(call, method.NameOf(method.Flow.Peek(call))),
                    method.Hooks.Call(nameof(Hook.DisposeOf), parameter));
    }
}
