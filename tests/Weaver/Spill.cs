using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>The arguments of a call, put aside to reach what lies under them, and put back.</summary>
sealed class Spill
{
    Spill(VariableDefinition[] variables) => Variables = variables;

    public IReadOnlyList<VariableDefinition> Variables { get; }

    public IEnumerable<Instruction> Store =>
        Variables.Reverse().Select(v => Instruction.Create(OpCodes.Stloc, v));

    public IEnumerable<Instruction> Load =>
        Variables.Select(v => Instruction.Create(OpCodes.Ldloc, v));

    public static Spill Arguments(MethodWeave method, MethodReference callee) =>
        new([.. Enumerable.Range(0, callee.Parameters.Count)
            .Select(i => method.Temp(callee.ResolvedParameter(i)))]);
}
