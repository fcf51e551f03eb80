using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// The variables behind a modelled call: a struct that is its receiver, a flag that it sets, a
/// collection that it goes through. A model deals with what the call means, and not with where its
/// arguments are.
/// </summary>
sealed class ModelArguments : IPass
{
    /// <summary>Structs of which a call only reads the variable that holds them.</summary>
    static readonly string[] values =
    [
        "System.Threading.CancellationToken", "System.Threading.CancellationTokenRegistration",
        "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1",
        "System.ArraySegment`1",
    ];

    /// <summary>Go through their arguments before anything else happens.</summary>
    static readonly string[] readers =
    [
        "System.Threading.Tasks.Task", "System.Threading.Tasks.TaskFactory",
        "System.Threading.Tasks.TaskFactory`1", "System.Threading.CancellationTokenSource",
        "System.Threading.WaitHandle",
    ];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt
                && method.Calls.Of(instruction) is
                    { Kind: CalleeKind.Modelled, Reference: var callee })
            {
                var type = callee.DeclaringType.GetElementType().FullName;
                if (readers.Contains(type))
                    Collections(method, instruction, callee);
                if (callee.HasThis && values.Contains(type))
                    Receiver(method, instruction, callee);
                if (type is "System.Threading.Monitor" or "System.Threading.SpinLock")
                    Flags(method, instruction, callee);
            }
    }

    static void Receiver(MethodWeave method, Instruction call, MethodReference callee)
    {
        var receiver = method.Flow.Peek(call, callee.Parameters.Count);
        if (!Addresses.MayBeShared(receiver, method.Flow))
            return;
        var spilled = Spill.Arguments(method, callee);
        method.Before(call,
        [
            .. spilled.Store,
            Instruction.Create(OpCodes.Dup),
            method.Site(call, method.NameOf(receiver)),
            new Location(callee.DeclaringType).Hook(method, nameof(Hook.ReadRef)),
            .. spilled.Load,
        ]);
    }

    /// <summary>An array of the call's own (<c>params</c>) is seen by no one else.</summary>
    static void Collections(MethodWeave method, Instruction call, MethodReference callee)
    {
        var count = callee.Parameters.Count;
        StackSlot Argument(int i) => method.Flow.Peek(call, count - 1 - i);
        var handed = Enumerable.Range(0, count)
            .Where(i => IsCollection(callee.Parameters[i].ParameterType.Plain())
                && Argument(i).Producer?.OpCode.Code != Code.Newarr)
            .ToList();
        if (handed.Count == 0)
            return;
        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        foreach (var i in handed)
        {
            var span = callee.ResolvedParameter(i).Plain() as GenericInstanceType;
            method.Before(call,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]),
                method.Site(call, method.NameOf(Argument(i))),
                span?.Name == "ReadOnlySpan`1"
                    ? method.Hooks.Call(nameof(Hook.ReadOnlySpanRead), span.GenericArguments[0])
                    : method.Hooks.Call(nameof(Hook.ObjectRead)));
        }
        method.Before(call, spilled.Load);
    }

    static bool IsCollection(TypeReference type) => type.IsArray
        || type is GenericInstanceType && type.Name is "IEnumerable`1" or "ReadOnlySpan`1";

    /// <summary>
    /// The model gets a local in place of a flag that others may see, and the flag is written when
    /// the call is over.
    /// </summary>
    static void Flags(MethodWeave method, Instruction call, MethodReference callee)
    {
        var index = callee.Parameters.Count - 1;
        if (index < 0 || callee.Parameters[index].ParameterType.Plain() is not ByReferenceType flag
            || !Addresses.MayBeShared(method.Flow.Peek(call), method.Flow))
            return;
        var location = new Location(flag.ElementType);
        var site = method.NameOf(method.Flow.Peek(call));
        var (address, value) = (method.Temp(flag), method.Temp(flag.ElementType));
        method.Before(call,
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Stloc, address),
            Instruction.Create(OpCodes.Dup),
            method.Site(call, site),
            location.Hook(method, nameof(Hook.ReadRef)),
            Instruction.Create(OpCodes.Ldobj, flag.ElementType),
            Instruction.Create(OpCodes.Stloc, value),
            Instruction.Create(OpCodes.Ldloca, value));
        method.After(call,
        [
            .. location.Write(method, [Instruction.Create(OpCodes.Ldloc, address)], value,
                method.Site(call, site), nameof(Hook.WriteRef)),
            Instruction.Create(OpCodes.Ldloc, address),
            Instruction.Create(OpCodes.Ldloc, value),
            Instruction.Create(OpCodes.Stobj, flag.ElementType),
        ]);
    }
}
