using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>
/// Library calls that read or write raw memory: <c>Unsafe.CopyBlock</c>, <c>Vector128.Load</c>.
/// Where it isn't known how far they reach, they may not reach a variable of the program.
/// </summary>
sealed class RawAccesses : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj
                && method.Calls.Of(instruction) is
                    { Kind: CalleeKind.Unwoven, Reference: var callee })
                Hooked(method, instruction, callee);
    }

    static void Hooked(MethodWeave method, Instruction call, MethodReference callee)
    {
        var count = callee.Parameters.Count;
        StackSlot Argument(int i) => method.Flow.Peek(call, count - 1 - i);
        bool MayBeShared(int i) => Addresses.MayBeShared(Argument(i), method.Flow);
        var accesses = RawMemory.Of(callee);
        var known = accesses?.Where(a => MayBeShared(a.Parameter)).ToList() ?? [];
        List<int> boundless = accesses is not null ? []
            : [.. Enumerable.Range(0, count)
                .Where(i => RawMemory.IsBoundless(callee, i) && MayBeShared(i))];
        if (known.Count == 0 && boundless.Count == 0)
            return;

        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        foreach (var access in known)
            method.Before(call,
            [
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[access.Parameter]),
                .. access.Offset < 0
                    ? (Instruction[])
                        [Instruction.Create(OpCodes.Ldc_I4_0), Instruction.Create(OpCodes.Conv_I)]
                    : [Instruction.Create(OpCodes.Ldloc, spilled.Variables[access.Offset])],
                .. Bytes(callee, access.Reach, spilled),
                method.Site(call, method.NameOf(Argument(access.Parameter))),
                Hook(method, callee, access),
            ]);
        foreach (var i in boundless)
            method.Before(call,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]),
                Instruction.Create(OpCodes.Conv_U),
                Instruction.Create(OpCodes.Ldstr, MemberNames.Full(callee)),
                method.Site(call, method.NameOf(Argument(i))),
                method.Hooks.Call(nameof(Interleavings.Hooks.Hook.Boundless)));
        method.Before(call, spilled.Load);
    }

    static IEnumerable<Instruction> Bytes(MethodReference callee, Reach reach, Spill spilled) =>
    [
        reach.IsOfArgument
            ? Instruction.Create(
                OpCodes.Sizeof, ((GenericInstanceMethod)callee).GenericArguments[0])
            : reach.Parameter >= 0
                ? Instruction.Create(OpCodes.Ldloc, spilled.Variables[reach.Parameter])
                : Instruction.Create(OpCodes.Ldc_I4, reach.Constant),
        Instruction.Create(OpCodes.Conv_I),
    ];

    static Instruction Hook(MethodWeave method, MethodReference callee, RawAccess access)
    {
        var type = callee.ResolvedParameter(access.Parameter).Plain();
        if (type is ByReferenceType reference)
            return new Location(reference.ElementType).Hook(method, access.Writes
                ? nameof(Interleavings.Hooks.Hook.WriteBytes)
                : nameof(Interleavings.Hooks.Hook.ReadBytes));
        return method.Hooks.Call(access.Writes
            ? nameof(Interleavings.Hooks.Hook.WritePointed)
            : nameof(Interleavings.Hooks.Hook.ReadPointed),
            // What counts elements has a typed pointer.
            access.Offset >= 0 && type is PointerType { ElementType: var pointed }
                ? pointed : method.Module.Types.Byte);
    }
}
