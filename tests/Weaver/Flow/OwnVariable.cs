using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>What an instruction does with a variable that only one call of a method sees.</summary>
enum OwnUse
{
    None,
    Load,
    Store,

    /// <summary>Its address is taken: whoever has it may read and write the variable.</summary>
    Address,
}

/// <summary>
/// A variable that only one call of a method sees: a local, a parameter, or, in the state machine of
/// an async method or an iterator, a field that the compiler made of a local.
/// </summary>
/// <param name="Key">The definition of the variable, the parameter or the field.</param>
readonly record struct OwnVariable(object Key, TypeReference Type)
{
    // What the compiler keeps for itself is not a local of the source.
    static readonly string[] bookkeeping =
    [
        "<>1__state", "<>t__builder", "<>2__current", "<>4__this", "<>l__initialThreadId",
        "<>v__promiseOfValueOrEnd", "<>w__disposeMode", "<>u__", "<>3__",
    ];

    /// <summary>The variable that an instruction uses, if it uses one.</summary>
    public static OwnVariable? Of(MethodDefinition method, Instruction instruction) =>
        instruction.Operand switch
        {
            VariableDefinition local => new(local, local.VariableType),
            ParameterDefinition { Index: >= 0 } parameter => new(parameter, parameter.ParameterType),
            FieldReference field when UseOf(instruction) != OwnUse.None
                && IsHoisted(method, field) => new(field.Resolve(), field.FieldType),
            _ => null,
        };

    public static OwnUse UseOf(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloc or Code.Ldarg or Code.Ldfld => OwnUse.Load,
        Code.Stloc or Code.Starg or Code.Stfld => OwnUse.Store,
        Code.Ldloca or Code.Ldarga or Code.Ldflda => OwnUse.Address,
        _ => OwnUse.None,
    };

    /// <summary>Whether a method is what became of the body of an async method or an iterator.</summary>
    public static bool IsMoveNext(MethodDefinition method) =>
        method.Name == "MoveNext" && method.DeclaringType.IsStateMachine();

    static bool IsHoisted(MethodDefinition method, FieldReference field) =>
        IsMoveNext(method)
        && field.DeclaringType.GetElementType().FullName == method.DeclaringType.FullName
        && !bookkeeping.Any(name => field.Name.StartsWith(name, StringComparison.Ordinal));
}
