using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Library calls that return nothing are made for their effect: they set something, say. An
/// enumerator moves on. No event shows it, so a loop in which there is such a call is told that its
/// round was more than a wait.
/// </summary>
sealed class UnseenChanges : IPass
{
    static readonly string[] checks = ["KeepAlive", "Dispose", "Assert"];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt))
                continue;
            var callee = method.Calls.Of(instruction);
            if (callee.Kind == CalleeKind.Unwoven && IsForItsEffect(callee.Reference)
                || callee.Kind != CalleeKind.Woven && MovesOn(callee.Reference)
                || SpinsInAField(method, instruction, callee.Reference))
                method.Before(instruction, method.Hooks.Call(nameof(Hook.ChangesUnseen)));
        }
    }

    /// <summary>An enumerator that is a struct is compared as the local that it is.</summary>
    static bool MovesOn(MethodReference callee) => callee.HasThis
        && (callee.Name == "MoveNextAsync"
            || callee.Name == "MoveNext" && !callee.DeclaringType.IsStruct());

    /// <summary>It counts how often it has spun. In a local, that is compared as the local is.</summary>
    static bool SpinsInAField(MethodWeave method, Instruction call, MethodReference callee) =>
        callee.DeclaringType.FullName == "System.Threading.SpinWait"
        && (callee.Name is nameof(SpinWait.SpinOnce) or nameof(SpinWait.Reset))
        && (method.Flow.Peek(call, callee.Parameters.Count).Producer is not { } receiver
            || OwnVariable.Of(method.Method, receiver) is null);

    static bool IsForItsEffect(MethodReference callee) =>
        callee.ReturnType.MetadataType == MetadataType.Void
        && callee.Name != ".ctor"
        && !checks.Contains(callee.Name)
        && !callee.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
        // Who sees it isn't one of the operations: to print once more changes nothing for them.
        && !(callee.DeclaringType.FullName == "System.Console"
            && callee.Name.StartsWith("Write", StringComparison.Ordinal))
        // A write of the object as a whole shows that.
        && !LibraryObjects.Changes(callee)
        && !callee.DeclaringType.IsDelegate();
}
