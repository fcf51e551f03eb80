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

    /// <summary>Where it matters, the type parameter or the type that the receiver is known as.</summary>
    TypeReference? ReceiverType => method.ConstrainedTo(call) ?? Receiver.Type;

    public void Weave()
    {
        var all = Enumerable.Range(0, callee.Parameters.Count).ToList();
        var isView = IsView();
        List<(int Index, string Hook)> touched =
            LibraryObjects.OnlyViews(callee) || isView && Cursors.IsMadeOver(callee) ? []
            : [.. all.Select(i => (i, HookOf(i)!)).Where(t => t.Item2 is not null)];
        List<int> sources =
            [.. all.Where(i => (isView || LibraryArguments.HoldsInside(callee, i)) && IsSource(i))];
        var receiver = callee.HasThis && !IsNew ? ReceiverHook() : null;
        var selector = SelectorHook();
        var makesHandle = Handles.Makes(callee);
        List<int> stepped = [.. all.Where(IsGoneOver)];
        if (touched.Count == 0 && sources.Count == 0 && receiver is null && selector is null && !makesHandle
            && stepped.Count == 0)
            return;

        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        foreach (var i in stepped)
            method.Before(call,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]),
                method.Site(call, method.NameOf(Argument(i))),
                method.Hooks.Call(nameof(Hook.Stepped), spilled.Variables[i].VariableType),
                Instruction.Create(OpCodes.Stloc, spilled.Variables[i]));
        foreach (var (i, hook) in touched)
            method.Before(call, hook is nameof(Hook.ObjectRead) or nameof(Hook.ObjectWrite)
                && ArrayRanges.Of(callee, i) is { } range
                ? TouchRange(i, range, spilled)
                : Touch(i, spilled.Variables[i], hook));
        if (isView || sources.Count > 0)
            View(sources.Select(i => spilled.Variables[i]), isView && receiver is not null);
        if (receiver is not null)
            method.Before(call, Use(receiver));
        if (selector is not null)
            method.Before(call,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[1]),
                method.Site(call, method.NameOf(Argument(1))),
                selector,
                Instruction.Create(OpCodes.Stloc, spilled.Variables[1]));
        if (makesHandle)
            method.After(call,
            [
                Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Box, callee.ResolvedReturn()),
                .. callee.Parameters.Count == 1 ? [method.Hooks.Call(nameof(Hook.HandleMade))]
                    : new[]
                    {
                        Instruction.Create(OpCodes.Ldloc, spilled.Variables[1]),
                        method.Hooks.Call(nameof(Hook.HandleOfTypeMade)),
                    },
            ]);
        method.Before(call, spilled.Load);
    }

    /// <summary>Of a call that passes hooks of its own, unless a library's class is behind it.</summary>
    public void WeaveInterface()
    {
        if (!IsUpToTheObject())
            return;
        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        method.Before(call, Use(nameof(Hook.ObjectCall)));
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

    IEnumerable<Instruction> Touch(int index, VariableDefinition argument, string hook)
    {
        Instruction[] known =
        [
            Instruction.Create(OpCodes.Ldloc, argument),
            .. argument.VariableType.IsReference() ? [] : Box(argument.VariableType),
            .. hook == nameof(Hook.ObjectUnknown) ? [Name()] : Array.Empty<Instruction>(),
            method.Site(call, method.NameOf(Argument(index))),
            method.Hooks.Call(hook),
        ];
        return hook == nameof(Hook.Handed) ? [Instruction.Create(OpCodes.Dup), .. known] : known;
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
        .. method.ConstrainedTo(call) is { } parameter ? Boxed(parameter)
            : Receiver.Type?.Plain() is ByReferenceType address ? Boxed(address.ElementType.Plain())
            : [],
        .. hook switch
        {
            nameof(Hook.ObjectCall) => new[]
            {
                Instruction.Create(OpCodes.Ldtoken, callee),
                Instruction.Create(OpCodes.Ldtoken, callee.DeclaringType),
            },
            nameof(Hook.ObjectDoubted) or nameof(Hook.ObjectUnknown) => [Name()],
            _ => [],
        },
        method.Site(call, method.NameOf(Receiver)),
        method.Hooks.Call(hook),
    ];

    Instruction Name() => Instruction.Create(OpCodes.Ldstr,
        $"{LibraryObjects.NameOf(callee.DeclaringType)}.{callee.Name}");

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
        [Instruction.Create(OpCodes.Ldobj, parameter), .. Box(parameter)];

    static Instruction[] Box(TypeReference type) => [Instruction.Create(OpCodes.Box, type)];

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
        if (Handles.Uses(callee))
            return Handles.Writes(callee) ? nameof(Hook.HandleWrite) : nameof(Hook.HandleRead);
        if (IsUpToTheObject())
            return nameof(Hook.ObjectCall);
        if (!IsUsed())
            return null;
        return LibraryObjects.EffectOf(callee) switch
        {
            ReceiverEffect.Read => nameof(Hook.ObjectRead),
            ReceiverEffect.Move => nameof(Hook.ObjectMove),
            ReceiverEffect.Put => nameof(Hook.ObjectPut),
            ReceiverEffect.Write => nameof(Hook.ObjectWrite),
            ReceiverEffect.Doubt => nameof(Hook.ObjectDoubted),
            ReceiverEffect.Unknown => nameof(Hook.ObjectUnknown),
            _ => null,
        };
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

    /// <summary>Of a member that a library's class may override or implement.</summary>
    bool IsUpToTheObject()
    {
        var type = ReceiverType;
        if (type is null || type.IsRefStruct() || type.IsStruct() || call.OpCode.Code != Code.Callvirt)
            return false;
        return LibraryObjects.IsUpToTheObject(callee, type)
            || callee.DeclaringType.FullName == "System.Object" && callee.Name != "GetType"
                && method.Module.IsWoven(type)
                && LibraryBase(type) is { FullName: not "System.Object" };
    }

    /// <summary>The hook for an argument; null if nothing behind it is looked at.</summary>
    string? HookOf(int index)
    {
        var argument = Argument(index);
        var type = TypeOf(argument);
        if (type is null || type.IsRefStruct())
            return null;
        // Serializers have a pass of their own.
        if (LibraryArguments.Serializes(callee, index))
            return null;
        if (LibraryArguments.Formats(callee, index))
            return MayBeOfLibrary(type) ? nameof(Hook.ObjectFormatted) : null;
        if (LibraryArguments.Keeps(callee, index))
            return null;
        if ((IsLookedInto(type) || LibraryObjects.SaysLittle(type)) && LibraryArguments.IsUnknown(callee))
            return nameof(Hook.ObjectUnknown);
        var writes = LibraryArguments.Writes(callee, index);
        var isInvoke = callee.Name == "Invoke" && callee.DeclaringType.IsDelegate();
        if (IsLookedInto(type))
            return isInvoke ? nameof(Hook.Handed)
                : Cursors.IsStream(type) ? nameof(Hook.ObjectPut)
                : LibraryArguments.IsUpToTheObject(LibraryBase(type)!)
                    ? writes ? nameof(Hook.ObjectHandedOver) : nameof(Hook.ObjectHanded)
                : writes ? nameof(Hook.ObjectWrite)
                : nameof(Hook.ObjectRead);
        return !LibraryObjects.SaysLittle(type) ? null
            : isInvoke ? nameof(Hook.Handed)
            : writes ? nameof(Hook.ObjectHandedOver)
            : nameof(Hook.ObjectHanded);
    }

    /// <summary>As it is known, also behind a box: null for a struct, in which nothing changes.</summary>
    static TypeReference? TypeOf(StackSlot argument) =>
        argument.Producer is { OpCode.Code: Code.Box, Operand: TypeReference boxed }
            ? boxed is GenericParameter ? boxed : null
            : argument.Type is GenericParameter parameter ? parameter
            : argument.Type is { } type && type.IsReference() ? type
            : null;

    bool MayBeOfLibrary(TypeReference type) =>
        LibraryObjects.SaysLittle(type)
        || type is ArrayType { ElementType.FullName: "System.Object" }
        || LibraryBase(type) is { } library && LibraryObjects.IsChanging(library);

    bool IsSource(int index) => !LibraryArguments.IsItem(callee, index)
        && TypeOf(Argument(index)) is { } type
        && (IsLookedInto(type) || LibraryObjects.SaysLittle(type) && !method.Module.IsWoven(type));

    bool IsLookedInto(TypeReference type) =>
        LibraryBase(type) is { } library
        && (LibraryArguments.IsLookedInto(library) || Cursors.IsStream(library));

    /// <summary>
    /// Whether a library may go over an argument as over any sequence, and it may be a concurrent
    /// dictionary: that is known, or its type is an interface.
    /// </summary>
    bool IsGoneOver(int index)
    {
        var parameter = callee.ResolvedParameter(index).Plain();
        return parameter.Namespace is "System.Collections" or "System.Collections.Generic"
            && sequences.Contains(parameter.Name)
            && TypeOf(Argument(index)) is { } type
            && (type is GenericParameter
                || type is not ArrayType
                    && (type.Name == "ConcurrentDictionary`2" || type.Definition().IsInterface))
            // Whatever isn't of pairs is no dictionary.
            && (parameter is not GenericInstanceType { GenericArguments: [var item] }
                || item is GenericParameter || item.Name == "KeyValuePair`2");
    }

    static readonly string[] sequences =
    [
        "IEnumerable", "ICollection", "IDictionary", "IEnumerable`1", "ICollection`1",
        "IReadOnlyCollection`1", "IDictionary`2", "IReadOnlyDictionary`2",
    ];

    /// <summary>In place of a function whose result the library goes over.</summary>
    Instruction? SelectorHook()
    {
        if (callee.DeclaringType.FullName != "System.Linq.Enumerable" || callee.Name != "SelectMany"
            || callee.ResolvedParameter(1) is not GenericInstanceType selector
            || selector.GenericArguments[^1] is not GenericInstanceType items)
            return null;
        return method.Hooks.Call(
            selector.GenericArguments.Count == 2 ? nameof(Hook.Selecting) : nameof(Hook.SelectingAt),
            selector.GenericArguments[0], items.GenericArguments[0]);
    }

    /// <summary>
    /// The library's class that a woven one derives from: <c>class Names : List&lt;string&gt;</c>.
    /// </summary>
    TypeReference? LibraryBase(TypeReference type)
    {
        TypeReference? ancestor = type;
        while (ancestor is not null and not GenericParameter && method.Module.IsWoven(ancestor))
            ancestor = ancestor.Definition().BaseType;
        return ancestor;
    }

    StackSlot Argument(int index) => method.Flow.Peek(call, callee.Parameters.Count - 1 - index);
}
