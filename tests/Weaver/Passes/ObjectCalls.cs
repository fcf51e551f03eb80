using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Calls on collections and other library objects, and calls that are handed a collection: each
/// object as a whole is one variable.
/// </summary>
sealed class ObjectCalls : IPass
{
    public void Weave(MethodWeave method)
    {
        var enumerators = new OwnEnumerators(method.Method, method.Flow);
        foreach (var instruction in method.Code)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj)
                || method.ConstrainedTo(instruction) is not (null or GenericParameter))
                continue;
            var callee = method.Calls.Of(instruction);
            if (callee.Kind == CalleeKind.Unwoven)
                new ObjectCall(method, instruction, callee.Reference, enumerators).Weave();
            else if (callee.Kind == CalleeKind.Woven && instruction.OpCode.Code == Code.Callvirt
                && callee.Reference.DeclaringType is not ArrayType
                && callee.Reference.DeclaringType.Definition().IsInterface)
                new ObjectCall(method, instruction, callee.Reference, enumerators).WeaveInterface();
            else if (callee.Kind == CalleeKind.Modelled && instruction.OpCode.Code == Code.Callvirt
                && callee.Reference.FullName == "System.Void System.IDisposable::Dispose()")
                new ObjectCall(method, instruction, callee.Reference, enumerators).WeaveReceiver();
        }
    }
}
