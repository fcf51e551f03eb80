using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Enumerators that no other thread can have, such as those of a foreach, and those that are structs:
/// each <c>MoveNext</c> reads the collection. Others are objects that are shared: see
/// <see cref="ObjectCalls"/>.
/// </summary>
sealed class Enumerations : IPass
{
    /// <summary>Their enumerators refer to them.</summary>
    static readonly string[] known =
        ["List`1", "Dictionary`2", "HashSet`1", "Queue`1", "Stack`1", "LinkedList`1", "SortedSet`1"];

    public void Weave(MethodWeave method)
    {
        var enumerators = new OwnEnumerators(method.Method, method.Flow);
        foreach (var call in method.Code)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt)
                || call.Operand is not MethodReference { HasThis: true, Parameters.Count: 0 } callee)
                continue;
            switch (callee.Name)
            {
                case "GetEnumerator" when IsOfLibrary(method, call) && enumerators.Gets(call)
                    && callee.ResolvedReturn().IsReference() && method.ConstrainedTo(call) is null:
                    KeepSource(method, call);
                    break;
                case "GetEnumerator" when IsOfLibrary(method, call) && IsBuiltOnAnother(callee)
                    && callee.ResolvedReturn() is var type && type.IsStruct() && !type.IsRefStruct():
                    KeepOwner(method, call, type);
                    break;
                case "MoveNext":
                    Move(method, call, callee, enumerators);
                    break;
                case "get_Current" when Cursors.IsEnumerator(callee.DeclaringType)
                    && method.ConstrainedTo(call) is null
                    && enumerators.Has(method.Flow.Peek(call)):
                    Tell(method, call, nameof(Hook.OwnEnumeratorRead), enumerators);
                    break;
            }
        }
    }

    static void KeepSource(MethodWeave method, Instruction call)
    {
        var source = method.Temp(method.Module.Types.Object);
        method.Before(call,
            Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, source));
        method.After(call, Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldloc, source), method.Hooks.Call(nameof(Hook.View)));
    }

    /// <summary>Its enumerators know the collection inside only.</summary>
    static bool IsBuiltOnAnother(MethodReference callee) =>
        callee.DeclaringType.IsReference() && !known.Any(c =>
            callee.DeclaringType.GetElementType().FullName == "System.Collections.Generic." + c);

    static void KeepOwner(MethodWeave method, Instruction call, TypeReference type)
    {
        var source = method.Temp(method.Module.Types.Object);
        var enumerator = method.Temp(type);
        method.Before(call,
            Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, source));
        method.After(call, Instruction.Create(OpCodes.Stloc, enumerator),
            Instruction.Create(OpCodes.Ldloca, enumerator), Instruction.Create(OpCodes.Ldloc, source),
            method.Hooks.Call(nameof(Hook.StructEnumeratorMade), type),
            Instruction.Create(OpCodes.Ldloc, enumerator));
    }

    static void Move(
        MethodWeave method, Instruction call, MethodReference callee, OwnEnumerators enumerators)
    {
        var type = method.ConstrainedTo(call) ?? callee.DeclaringType;
        if (type is GenericParameter || type.IsStruct())
        {
            if (!type.IsRefStruct() && (type is GenericParameter || !method.Module.IsWoven(type))
                && Cursors.IsEnumerator(callee.DeclaringType) | type.IsStruct())
                method.Before(call, Instruction.Create(OpCodes.Dup),
                    Site(method, call, enumerators),
                    method.Hooks.Call(nameof(Hook.StructEnumeratorMove), type));
        }
        else if (Cursors.IsEnumerator(callee.DeclaringType)
            && enumerators.Has(method.Flow.Peek(call)))
            Tell(method, call, nameof(Hook.OwnEnumeratorMove), enumerators);
    }

    static void Tell(
        MethodWeave method, Instruction call, string hook, OwnEnumerators enumerators) =>
        method.Before(call, Instruction.Create(OpCodes.Dup), Site(method, call, enumerators),
            method.Hooks.Call(hook));

    /// <summary>Names what the enumerator goes over: the program doesn't name the enumerator.</summary>
    static Instruction Site(MethodWeave method, Instruction call, OwnEnumerators enumerators) =>
        method.Site(call, enumerators.Source(method.Flow.Peek(call)) is { } source
            ? method.NameOf(source) : "");

    static bool IsOfLibrary(MethodWeave method, Instruction call) =>
        method.Calls.Of(call).Kind == CalleeKind.Unwoven;
}
