using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>
/// Library calls that return nothing are made for their effect: they print, or set something. No event
/// shows it, so a loop in which there is such a call is told that its round was more than a wait.
/// </summary>
sealed class UnseenChanges : IPass
{
    static readonly string[] checks = ["KeepAlive", "Dispose", "Assert"];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && IsForItsEffect(callee.Reference))
                method.Before(instruction, method.Hooks.Call(nameof(Hook.ChangesUnseen)));
    }

    static bool IsForItsEffect(MethodReference callee) =>
        callee.ReturnType.MetadataType == MetadataType.Void
        && callee.Name != ".ctor"
        && !checks.Contains(callee.Name)
        && !callee.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
        // A write of the object as a whole shows that.
        && !LibraryObjects.Changes(callee)
        && !callee.DeclaringType.IsDelegate();
}
