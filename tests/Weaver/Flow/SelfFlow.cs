using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>
/// Where <c>this</c> goes in a method. Locals, closures, delegates and the object's own fields keep
/// it inside. Where it goes further, it gets out: other threads may have it from there on.
/// </summary>
/// <param name="method">An instance method.</param>
/// <param name="flow">Its stack.</param>
/// <param name="getsOutOf">Whether <c>this</c> gets out of a method that is called on it.</param>
sealed class SelfFlow(
    MethodDefinition method, StackFlow flow, Func<MethodDefinition, bool> getsOutOf)
{
    readonly HashSet<VariableDefinition> locals = [];
    readonly HashSet<string> fields = [];
    readonly HashSet<Instruction> made = [];
    readonly List<Instruction> code = [.. method.Body.Instructions.Where(flow.Reaches)];

    /// <summary>The instructions at which it gets out, in order.</summary>
    public List<Instruction> Ways()
    {
        int known;
        do
        {
            known = locals.Count + fields.Count + made.Count;
            code.ForEach(Keep);
        }
        while (locals.Count + fields.Count + made.Count > known);
        return [.. code.Where(GetsOut)];
    }

    void Keep(Instruction at)
    {
        switch (at.OpCode.Code)
        {
            case Code.Stloc when Has(flow.Peek(at)):
                locals.Add((VariableDefinition)at.Operand);
                break;
            case Code.Stfld when Has(flow.Peek(at)) && IsKeeper(flow.Peek(at, 1)):
                fields.Add(((FieldReference)at.Operand).FullName);
                KeepIn(flow.Peek(at, 1));
                break;
            case Code.Newobj when Keeps((MethodReference)at.Operand) && Operands(at).Any(Has):
                made.Add(at);
                break;
        }
    }

    void KeepIn(StackSlot owner)
    {
        if (owner.Producer is { OpCode.Code: Code.Ldloc or Code.Ldloca } load)
            locals.Add((VariableDefinition)load.Operand);
        else if (owner.Producer is { OpCode.Code: Code.Newobj } creation)
            made.Add(creation);
    }

    /// <summary>The object itself, a closure, a struct in a local: not shared yet.</summary>
    bool IsKeeper(StackSlot owner) => IsSelf(owner) || owner.Producer?.OpCode.Code == Code.Ldloca
        || owner.Type?.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal) == true
        && owner.Producer?.OpCode.Code is Code.Ldloc or Code.Newobj;

    bool GetsOut(Instruction at)
    {
        var code = at.OpCode.Code;
        switch (code)
        {
            case Code.Stloc or Code.Pop or Code.Dup or Code.Ldfld or Code.Ldflda or Code.Castclass
                or Code.Isinst or Code.Box or Code.Unbox_Any or Code.Brtrue or Code.Brfalse
                or Code.Beq or Code.Bne_Un or Code.Ceq or Code.Cgt_Un or Code.Ldvirtftn
                or Code.Initobj:
                return false;
            case Code.Stfld:
                return Has(flow.Peek(at)) && !IsKeeper(flow.Peek(at, 1));
            case Code.Call or Code.Callvirt or Code.Newobj:
                return Operands(at).Any(Has) && GetsOutOfCall(at, (MethodReference)at.Operand);
            default:
                return Operands(at).Any(Has);
        }
    }

    bool GetsOutOfCall(Instruction call, MethodReference callee)
    {
        if (call.OpCode.Code == Code.Newobj)
            return !Keeps(callee);
        if (LooksOnly(callee))
            return false;
        if (!callee.HasThis || !IsSelf(flow.Peek(call, callee.Parameters.Count))
            || Operands(call).Take(callee.Parameters.Count).Any(Has))
            return true;
        // A base's constructor tells itself.
        if (callee.Name == ".ctor")
            return false;
        return callee.Resolve() is not { } target
            || target.Module != method.Module || !target.HasCode()
            || call.OpCode.Code == Code.Callvirt && target.IsVirtual && !target.IsFinal
                && !target.DeclaringType.IsSealed
            || getsOutOf(target);
    }

    /// <summary>
    /// Makes something that holds what it is handed, and does nothing with it yet.
    /// </summary>
    static bool Keeps(MethodReference constructor)
    {
        var type = constructor.DeclaringType;
        return type.GetElementType().FullName is "System.Threading.Thread" or "System.Lazy`1"
                or "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1"
            || type.IsDelegate();
    }

    static bool LooksOnly(MethodReference callee) => callee.DeclaringType.FullName
        is "System.Object" or "System.Threading.Monitor" or "System.GC"
        or "System.ArgumentNullException" or "Interleavings.Hooks.Hook";

    IEnumerable<StackSlot> Operands(Instruction at) =>
        Enumerable.Range(0, at.Pops(flow.Depth(at))).Select(i => flow.Peek(at, i));

    static bool IsSelf(StackSlot slot) =>
        slot.Producer is { Operand: ParameterDefinition { Index: -1 }, OpCode.Code: Code.Ldarg };

    /// <summary>Whether a value is the object, or leads to it.</summary>
    bool Has(StackSlot slot) => slot.Producer switch
    {
        null => MayBeSelf(slot.Type),
        _ when IsSelf(slot) => true,
        { OpCode.Code: Code.Ldloc or Code.Ldloca, Operand: VariableDefinition local } =>
            locals.Contains(local),
        { OpCode.Code: Code.Ldfld, Operand: FieldReference field } =>
            fields.Contains(field.FullName),
        { OpCode.Code: Code.Castclass or Code.Isinst or Code.Box or Code.Unbox_Any } cast =>
            Has(flow.Peek(cast)),
        { OpCode.Code: Code.Newobj } creation => made.Contains(creation),
        _ => false,
    };

    /// <summary>Where paths meet, by its type.</summary>
    bool MayBeSelf(TypeReference? type)
    {
        if (type is null or GenericParameter or TypeSpecification and not GenericInstanceType)
            return false;
        if (type.FullName == "System.Object"
            || type.Resolve() is not { IsInterface: false } definition)
            return true;
        for (var t = method.DeclaringType; t is not null; t = t.BaseType?.Resolve())
            if (t == definition)
                return true;
        return false;
    }
}
