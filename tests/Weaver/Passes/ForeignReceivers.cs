using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>
/// Calls of the framework's members that a foreign type may implement or override: whether the
/// object's code is seen shows when it is there. Where the call counts as an access to the object,
/// that hook looks as well.
/// </summary>
sealed class ForeignReceivers : IPass
{
    // Only the framework derives from these.
    static readonly string[] closedNamespaces = ["System.Reflection", "System.Globalization"];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Callvirt
                && method.ConstrainedTo(instruction) is null
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && !LibraryObjects.Changes(callee.Reference)
                && !IsSealed(method.Flow.Peek(instruction, callee.Reference.Parameters.Count).Type)
                && IsOpen(callee.Reference))
                Hooked(method, instruction, callee.Reference);
    }

    static void Hooked(MethodWeave method, Instruction call, MethodReference callee)
    {
        var spilled = Spill.Arguments(method, callee);
        var receiver = method.Flow.Peek(call, callee.Parameters.Count);
        method.Before(call,
        [
            .. spilled.Store,
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldstr, callee.Name),
            method.Site(call, method.NameOf(receiver)),
            method.Hooks.Call(nameof(Hook.Seen)),
            .. spilled.Load,
        ]);
    }

    /// <summary>Of the receiver, as far as the stack knows: nothing foreign can be behind it.</summary>
    static bool IsSealed(TypeReference? type) =>
        type is not null && type.IsReference() && (type.IsArray || type.Definition().IsSealed);

    static bool IsOpen(MethodReference callee)
    {
        var type = callee.DeclaringType;
        return type.IsReference() && !type.IsArray && !type.IsDelegate() && !type.IsException()
            && type.FullName != "System.Type" && !closedNamespaces.Contains(type.Namespace)
            && !type.Definition().IsSealed
            // It comes from a collection that is known.
            && !type.Name.Contains("Enumerator", StringComparison.Ordinal)
            && callee.Resolve() is { IsVirtual: true, IsFinal: false };
    }
}
