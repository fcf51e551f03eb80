using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>
/// <c>task.GetAwaiter().IsCompleted</c> outside an await. The explorer may tell an await to wait in
/// either case, for nobody sees the answer; who asks by hand sees it.
/// </summary>
sealed class AwaitsByHand : IPass
{
    const string AskedByHand = "get_HasEnded";

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction is { OpCode.Code: Code.Call, Operand: MethodReference { Name: "get_IsCompleted" } asked }
                && method.Module.Replacements.Includes(asked.DeclaringType)
                && !(method.Method.DeclaringType.IsStateMachine() && IsOfAwait(instruction)))
                instruction.Operand = new MethodReference(AskedByHand, asked.ReturnType, asked.DeclaringType)
                {
                    HasThis = true,
                };
        }
    }

    /// <summary>An await goes on if it is so; if not, it notes where it has stopped.</summary>
    static bool IsOfAwait(Instruction asked)
    {
        if (Next(asked) is not { OpCode.Code: Code.Brtrue or Code.Brtrue_S } branch)
            return false;
        var at = Next(branch);
        for (var i = 0; i < 4; i++)
            at = Next(at);
        return at is { OpCode.Code: Code.Stfld, Operand: FieldReference { Name: "<>1__state" } };
    }

    static Instruction? Next(Instruction? instruction)
    {
        do instruction = instruction?.Next;
        while (instruction?.OpCode.Code == Code.Nop);
        return instruction;
    }
}
