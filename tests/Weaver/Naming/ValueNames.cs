using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Naming;

/// <summary>What the source calls a value on the stack, found by walking back to its producer.</summary>
sealed class ValueNames(MethodDefinition method, StackFlow flow)
{
    // A chain of compiler temporaries is short; a cycle of them must end.
    const int LongestWalk = 8;

    public string Of(StackSlot slot) => Of(slot.Producer, LongestWalk);

    /// <summary>The variable that a created object goes into.</summary>
    public string OfResult(Instruction created) => created.Next switch
    {
        { OpCode.Code: Code.Stloc, Operand: VariableDefinition v } => Local(v) ?? "",
        { OpCode.Code: Code.Stfld or Code.Stsfld, Operand: FieldReference f } =>
            SourceNames.Field(f),
        _ => "",
    };

    string Of(Instruction? producer, int walk)
    {
        if (producer is null || walk == 0)
            return "";
        return producer.Operand switch
        {
            ParameterDefinition { Index: -1 } => "this",
            ParameterDefinition p => p.Name,
            VariableDefinition v => Local(v) ?? Temporary(v, walk),
            FieldReference f => SourceNames.Field(f),
            MethodReference m when producer.OpCode.FlowControl == FlowControl.Call =>
                Call(producer, m, walk),
            _ when LooksThrough(producer.OpCode.Code) is { } depth =>
                Of(flow.Peek(producer, depth).Producer, walk - 1),
            _ => "",
        };
    }

    string Call(Instruction call, MethodReference callee, int walk)
    {
        if (callee.Name == "GetTypeFromHandle"
            && flow.Peek(call).Producer?.Operand is TypeReference type)
            return $"typeof({SourceNames.Type(type)})";
        if (callee.Name is "get_Item" or "AsSpan" or "op_Implicit")
            return Of(flow.Peek(call, callee.Parameters.Count - (callee.HasThis ? 0 : 1)).Producer,
                walk - 1);
        if (callee.Name.StartsWith("get_", StringComparison.Ordinal))
            return callee.Name[4..];
        return call.OpCode.Code == Code.Newobj || callee.Name.StartsWith('<')
            ? ""
            : $"{callee.Name}()";
    }

    /// <summary>How deep lies the operand that the result is a view of.</summary>
    static int? LooksThrough(Code code) => code switch
    {
        Code.Ldelema or Code.Ldelem_Any or Code.Ldelem_Ref or Code.Ldelem_I1 or Code.Ldelem_U1
            or Code.Ldelem_I2 or Code.Ldelem_U2 or Code.Ldelem_I4 or Code.Ldelem_U4
            or Code.Ldelem_I8 or Code.Ldelem_I or Code.Ldelem_R4 or Code.Ldelem_R8 => 1,
        Code.Castclass or Code.Isinst or Code.Box or Code.Unbox or Code.Unbox_Any or Code.Ldobj
            or Code.Ldind_Ref or Code.Conv_U or Code.Conv_I => 0,
        _ => null,
    };

    string? Local(VariableDefinition variable) =>
        method.DebugInformation.TryGetName(variable, out var name)
        && !name.StartsWith("CS$", StringComparison.Ordinal)
            ? name
            : null;

    /// <summary>A compiler temporary is named after what it holds, if always the same.</summary>
    string Temporary(VariableDefinition variable, int walk)
    {
        var held = method.Body.Instructions
            .Where(i => i.OpCode.Code == Code.Stloc && i.Operand == variable && flow.Reaches(i))
            .Select(i => Of(flow.Peek(i).Producer, walk - 1))
            .Distinct().ToList();
        return held is [var name] ? name : "";
    }
}
