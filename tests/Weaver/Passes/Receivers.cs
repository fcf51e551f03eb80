using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>
/// A stand-in is a static method, which takes null for a receiver like any other argument. What it
/// stands in for is called on an object: <c>callvirt</c> evaluates the arguments, then looks at the
/// receiver (ECMA-335 III.4.2), and so does what is woven in here.
/// </summary>
static class Receivers
{
    /// <summary>Before a call that is replaced or refused.</summary>
    public static IEnumerable<Instruction> Check(
        MethodWeave method, Instruction call, MethodReference callee)
    {
        if (call.OpCode.Code != Code.Callvirt || !callee.DeclaringType.IsReference()
            // Then the receiver is an address.
            || method.ConstrainedTo(call) is not null)
            return [];
        var arguments = Spill.Arguments(method, callee);
        return
        [
            .. arguments.Store,
            Instruction.Create(OpCodes.Dup),
            method.Hooks.Call(nameof(Hook.Receiver)),
            .. arguments.Load,
        ];
    }

    /// <summary>
    /// Before the delegate's method is loaded: <c>ldvirtftn</c> looks at a copy of the receiver that
    /// lies above it, and after <c>ldftn</c> the delegate's constructor does.
    /// </summary>
    public static IEnumerable<Instruction> CheckTarget(
        MethodWeave method, Instruction load, MethodReference target) =>
        load.OpCode.Code == Code.Ldvirtftn
            ? [Instruction.Create(OpCodes.Dup), method.Hooks.Call(nameof(Hook.Receiver))]
            : target.HasThis
                ? [Instruction.Create(OpCodes.Dup), method.Hooks.Call(nameof(Hook.DelegateTarget))]
                : [];
}
