using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>One call of a library, with the hooks for its receiver and its arguments.</summary>
sealed class ObjectCall(
    MethodWeave method, Instruction call, MethodReference callee, OwnEnumerators enumerators)
{
    bool IsNew => call.OpCode.Code == Code.Newobj;

    /// <summary>A constructor that calls its base's: this is the new object.</summary>
    bool MakesThis => call.OpCode.Code == Code.Call && callee.Name == ".ctor";

    StackSlot Receiver => method.Flow.Peek(call, callee.Parameters.Count);

    public void Weave()
    {
        var all = Enumerable.Range(0, callee.Parameters.Count).ToList();
        var isView = IsView();
        List<int> touched = LibraryObjects.OnlyViews(callee) || isView && Cursors.IsMadeOver(callee)
            ? []
            : [.. all.Where(IsTouched)];
        List<int> sources = isView ? [.. all.Where(IsSource)] : [];
        var receiver = callee.HasThis && !IsNew ? ReceiverHook() : null;
        if (touched.Count == 0 && sources.Count == 0 && receiver is null)
            return;

        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        foreach (var i in touched)
            method.Before(call, ArrayRanges.Of(callee, i) is { } range
                ? TouchRange(i, range, spilled)
                : Touch(i, spilled.Variables[i]));
        if (isView)
            View(sources.Select(i => spilled.Variables[i]), receiver is not null);
        if (receiver is not null)
            method.Before(call, Use(receiver));
        method.Before(call, spilled.Load);
    }

    /// <summary>
    /// Of a call that has a model, but may be of something that is used as a whole.
    /// </summary>
    public void WeaveReceiver()
    {
        if (ReceiverHook() is { } hook)
            method.Before(call, Use(hook));
    }

    bool IsView() => LibraryObjects.IsView(callee)
        && (callee.Name == ".ctor" || callee.ResolvedReturn().IsReference())
        && (callee.Name != "GetEnumerator" || !enumerators.Gets(call));

    IEnumerable<Instruction> Touch(int index, VariableDefinition argument)
    {
        var site = method.Site(call, method.NameOf(Argument(index)));
        var load = Instruction.Create(OpCodes.Ldloc, argument);
        if (callee.Name == "Invoke" && callee.DeclaringType.IsDelegate())
            return
            [
                Instruction.Create(OpCodes.Dup), load, site,
                method.Hooks.Call(nameof(Hook.Handed)),
            ];
        return [load, site, method.Hooks.Call(
            Cursors.IsStream(Argument(index).Type) ? nameof(Hook.ObjectPut)
            : LibraryArguments.Writes(callee, index) ? nameof(Hook.ObjectWrite)
            : nameof(Hook.ObjectRead))];
    }

    /// <summary>The receiver, if it is needed, lies on the stack.</summary>
    IEnumerable<Instruction> TouchRange(int index, ArrayRange range, Spill spilled)
    {
        Instruction Number(int parameter, int otherwise) => parameter >= 0
            ? Instruction.Create(OpCodes.Ldloc, spilled.Variables[parameter])
            : Instruction.Create(OpCodes.Ldc_I4, otherwise);
        Instruction[] count = [Number(range.Count, range.Elements > 0 ? range.Elements : -1)];
        List<Instruction> before = [];
        if (range.IsOfReceiver && Receiver.Type?.IsReference() == true)
        {
            var copied = method.Temp(method.Module.Types.Int32);
            before =
            [
                Instruction.Create(OpCodes.Dup),
                method.Hooks.Call(nameof(Hook.CountOf)),
                Instruction.Create(OpCodes.Stloc, copied),
            ];
            count = [Instruction.Create(OpCodes.Ldloc, copied)];
        }
        var writes = LibraryArguments.Writes(callee, index);
        return
        [
            .. before,
            Instruction.Create(OpCodes.Ldloc, spilled.Variables[index]),
            Number(range.Start, 0),
            .. count,
            method.Site(call, method.NameOf(Argument(index))),
            method.Hooks.Call(range.InBytes
                ? writes ? nameof(Hook.ByteRangeWrite) : nameof(Hook.ByteRangeRead)
                : writes ? nameof(Hook.RangeWrite) : nameof(Hook.RangeRead)),
        ];
    }

    IEnumerable<Instruction> Use(string hook) =>
    [
        Instruction.Create(OpCodes.Dup),
        .. method.ConstrainedTo(call) is { } parameter ? Boxed(parameter) : [],
        method.Site(call, method.NameOf(Receiver)),
        method.Hooks.Call(hook),
    ];

    void View(IEnumerable<VariableDefinition> sources, bool hasReceiver)
    {
        if (hasReceiver && method.ConstrainedTo(call) is null)
        {
            var receiver = method.Temp(method.Module.Types.Object);
            method.Before(call,
                Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, receiver));
            sources = sources.Append(receiver);
        }
        foreach (var source in sources)
            method.After(call,
                MakesThis
                    ? Instruction.Create(OpCodes.Ldarg, method.Method.Body.ThisParameter)
                    : Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Ldloc, source),
                method.Hooks.Call(nameof(Hook.View)));
    }

    /// <summary>What the address of a <c>T</c> leads to: for a class, the object itself.</summary>
    static Instruction[] Boxed(TypeReference parameter) =>
        [Instruction.Create(OpCodes.Ldobj, parameter), Instruction.Create(OpCodes.Box, parameter)];

    /// <summary>Null for a call that changes and looks at nothing that others could see.</summary>
    string? ReceiverHook()
    {
        if (IsEnumerators())
            return enumerators.Has(Receiver) ? null
                : callee.Name.StartsWith("get_", StringComparison.Ordinal)
                    ? nameof(Hook.EnumeratorRead)
                    : nameof(Hook.EnumeratorMove);
        if (callee.DeclaringType.FullName == "System.IDisposable")
            return !Cursors.IsStream(Receiver.Type) ? null
                : Cursors.OnlyMoves(callee, Receiver.Type!) ? nameof(Hook.ObjectMove)
                : nameof(Hook.ObjectPut);
        if (!IsUsed())
            return null;
        return LibraryObjects.IsRead(callee) ? nameof(Hook.ObjectRead)
            : Cursors.OnlyMoves(callee) ? nameof(Hook.ObjectMove)
            : Cursors.IsUpToOverrides(callee) ? nameof(Hook.ObjectPut)
            : nameof(Hook.ObjectWrite);
    }

    bool IsEnumerators() => Cursors.IsEnumerator(callee.DeclaringType)
        || callee.DeclaringType.FullName == "System.IDisposable"
        && Cursors.IsEnumerator(Receiver.Type);

    bool IsUsed()
    {
        var receiver = Receiver;
        var type = receiver.Type is { } known && !method.Module.IsWoven(known) ? known : null;
        return LibraryObjects.Changes(callee, type)
            && !LibraryObjects.GuardsItself(receiver.Producer)
            && !method.IsUnseenSelf(call, receiver);
    }

    bool IsTouched(int index) =>
        IsLookedInto(Argument(index)) && !LibraryArguments.Keeps(callee, index);

    bool IsSource(int index) =>
        IsLookedInto(Argument(index)) && !LibraryArguments.IsItem(callee, index);

    bool IsLookedInto(StackSlot argument) =>
        argument.Type is { } type
        && LibraryBase(type) is { } library
        && (LibraryArguments.IsLookedInto(library) || Cursors.IsStream(library));

    /// <summary>
    /// The library's class that a woven one derives from: <c>class Names : List&lt;string&gt;</c>.
    /// </summary>
    TypeReference? LibraryBase(TypeReference type)
    {
        TypeReference? ancestor = type;
        while (ancestor is not null && method.Module.IsWoven(ancestor))
            ancestor = ancestor.Definition().BaseType;
        return ancestor;
    }

    StackSlot Argument(int index) => method.Flow.Peek(call, callee.Parameters.Count - 1 - index);
}
