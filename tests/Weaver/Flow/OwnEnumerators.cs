using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>
/// Enumerators that no other thread can have: a local keeps the result of <c>GetEnumerator</c>, and
/// is only ever called. Those of <c>foreach</c> are such.
/// </summary>
sealed class OwnEnumerators(MethodDefinition method, StackFlow flow)
{
    readonly Dictionary<VariableDefinition, bool> known = [];

    /// <summary>Whether a value on the stack is such an enumerator.</summary>
    public bool Has(StackSlot slot) => slot.Producer switch
    {
        { OpCode.Code: Code.Ldloc, Operand: VariableDefinition local } => IsOwn(local),
        // In an iterator or an async method, the local that foreach keeps it in is a field.
        { OpCode.Code: Code.Ldfld, Operand: FieldReference field } =>
            field.Name.StartsWith("<>", StringComparison.Ordinal),
        { OpCode.Code: Code.Isinst or Code.Castclass } cast => Has(flow.Peek(cast)),
        _ => false,
    };

    /// <summary>Whether the result of a call goes into such a local.</summary>
    public bool Gets(Instruction call) => call.Next switch
    {
        { OpCode.Code: Code.Stloc, Operand: VariableDefinition local } => IsOwn(local),
        { OpCode.Code: Code.Stfld, Operand: FieldReference field } =>
            field.Name.StartsWith("<>", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// Where the source of an enumerator lies on the stack when it is asked for the enumerator; null if
    /// that isn't known.
    /// </summary>
    public StackSlot? Source(StackSlot enumerator)
    {
        if (enumerator.Producer?.Operand is not { } variable)
            return null;
        foreach (var store in method.Body.Instructions.Where(flow.Reaches))
            if (store.OpCode.Code is Code.Stloc or Code.Stfld && IsSame(store.Operand, variable)
                && flow.Peek(store).Producer is
                    { Operand: MethodReference { Name: "GetEnumerator", Parameters.Count: 0, HasThis: true } }
                    asked)
                return flow.Peek(asked);
        return null;
    }

    static bool IsSame(object stored, object loaded) => stored == loaded
        || stored is FieldReference a && loaded is FieldReference b && a.FullName == b.FullName;

    bool IsOwn(VariableDefinition local)
    {
        if (!known.TryGetValue(local, out var isOwn))
        {
            // Asked again on the way, through a cast.
            known[local] = true;
            isOwn = method.Body.Instructions.Where(flow.Reaches).All(i => Allows(i, local));
            known[local] = isOwn;
        }
        return isOwn;
    }

    bool Allows(Instruction at, VariableDefinition local)
    {
        if (at.OpCode.Code == Code.Ldloca && at.Operand == local)
            return false;
        if (at.OpCode.Code == Code.Stloc && at.Operand == local)
            return IsAskedFor(flow.Peek(at).Producer);
        var depth = flow.Depth(at);
        for (var i = 0; i < at.Pops(depth); i++)
            if (flow.Peek(at, i).Producer is { OpCode.Code: Code.Ldloc } load
                && load.Operand == local && !Only(at, i))
                return false;
        return true;
    }

    bool IsAskedFor(Instruction? producer) => producer switch
    {
        { Operand: MethodReference { Name: "GetEnumerator" or "GetAsyncEnumerator" } } => true,
        { OpCode.Code: Code.Ldnull } => true,
        { OpCode.Code: Code.Isinst or Code.Castclass } cast => Has(flow.Peek(cast)),
        _ => false,
    };

    /// <summary>Calls it, tests it, or casts it to dispose of it.</summary>
    bool Only(Instruction at, int depth) => at.OpCode.Code switch
    {
        Code.Call or Code.Callvirt => at.Operand is MethodReference callee
            && depth == callee.Parameters.Count && callee.HasThis,
        Code.Brtrue or Code.Brfalse or Code.Pop or Code.Dup => true,
        Code.Isinst or Code.Castclass => true,
        _ => false,
    };
}
