using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>
/// Fields of foreign types are refused: code that isn't seen may access them as well, and a static
/// one keeps its value from execution to execution.
/// </summary>
sealed class ForeignFields : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Ldfld or Code.Stfld or Code.Ldflda
                    or Code.Ldsfld or Code.Stsfld or Code.Ldsflda
                && instruction.Operand is FieldReference field
                && method.Module.Foreign.HomeOf(field.DeclaringType) is { } home)
                method.Before(instruction, method.RefuseForeign(
                    MemberNames.Full(field), home,
                    method.Site(instruction, SourceNames.Field(field))));
    }
}
