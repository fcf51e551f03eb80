using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Control;

/// <summary>
/// A variable in which a loop keeps what it was like one round ago. In an async method it is a field
/// of the state machine, because a round may contain an await. In an iterator it is a local: a round
/// that hands out an item in between is not the iterator's alone.
/// </summary>
sealed class LoopState
{
    readonly MethodWeave method;
    readonly VariableDefinition? local;
    readonly FieldDefinition? field;

    LoopState(MethodWeave method, VariableDefinition? local, FieldDefinition? field) =>
        (this.method, this.local, this.field) = (method, local, field);

    public static LoopState Of(MethodWeave method, TypeReference type)
    {
        if (!IsAsyncMethod(method.Method))
        {
            // What is compared must not be what another call has left on the stack.
            var local = method.Temp(type);
            method.Method.Body.InitLocals = true;
            return new(method, local, null);
        }
        var machine = method.Method.DeclaringType;
        var field = new FieldDefinition(
            $"<>loop{machine.Fields.Count}", FieldAttributes.Private, type.Plain());
        machine.Fields.Add(field);
        return new(method, null, field);
    }

    public IEnumerable<Instruction> LoadAddress() => local is not null
        ? [Instruction.Create(OpCodes.Ldloca, local)]
        : AddressOf(method, field!);

    /// <summary>The address of a field of the state machine that the method belongs to.</summary>
    public static IEnumerable<Instruction> AddressOf(MethodWeave method, FieldDefinition field) =>
        [
            Instruction.Create(OpCodes.Ldarg, method.Method.Body.ThisParameter),
            Instruction.Create(OpCodes.Ldflda, field.OnItself()),
        ];

    /// <summary>Not of an async iterator, which also hands out items.</summary>
    static bool IsAsyncMethod(MethodDefinition method) =>
        OwnVariable.IsMoveNext(method)
        && method.DeclaringType.Interfaces is var all
        && all.Any(i => i.InterfaceType.Name == "IAsyncStateMachine")
        && all.All(i => !i.InterfaceType.Name.StartsWith("IAsyncEnumera", StringComparison.Ordinal));
}
