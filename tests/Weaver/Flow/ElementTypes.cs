using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>The type that an array, indirect, constant or conversion instruction deals in.</summary>
static class ElementTypes
{
    /// <summary>
    /// What the stack knows comes first: <c>ldelem.u1</c> says byte where the array is of bool.
    /// </summary>
    public static TypeReference? ElementType(
        this Instruction instruction, StackSlot[] stack, TypeSystem types)
    {
        var code = instruction.OpCode.Code;
        var name = code.ToString();
        var depth = instruction.Pops(stack.Length);
        var owner = depth > 0 ? stack[^depth].Type?.Plain() : null;
        if (name.StartsWith("Ldelem") || name.StartsWith("Stelem"))
            return instruction.Operand as TypeReference
                ?? (owner as ArrayType)?.ElementType ?? Primitive(name, types);
        if (name.StartsWith("Ldind") || name.StartsWith("Stind"))
            return (owner as ByReferenceType)?.ElementType.Plain() ?? Primitive(name, types);
        return Primitive(name, types);
    }

    // The suffix says it: Ldind_U1, Conv_Ovf_I8_Un, Ldc_R4.
    static TypeReference? Primitive(string code, TypeSystem types)
    {
        var parts = code.Split('_').Where(p => p is not ("Un" or "Ovf")).ToArray();
        return parts is [_, .., var suffix] ? suffix switch
        {
            "I1" => types.SByte,
            "U1" => types.Byte,
            "I2" => types.Int16,
            "U2" => types.UInt16,
            "I4" => types.Int32,
            "U4" => types.UInt32,
            "I8" => types.Int64,
            "U8" => types.UInt64,
            "R4" => types.Single,
            "R8" or "R" => types.Double,
            "I" => types.IntPtr,
            "U" => types.UIntPtr,
            _ => types.Object,
        } : code switch
        {
            nameof(Code.Ldstr) => types.String,
            nameof(Code.Ldnull) => null,
            nameof(Code.Ldlen) => types.UIntPtr,
            nameof(Code.Ldftn) or nameof(Code.Ldvirtftn) or nameof(Code.Localloc) => types.IntPtr,
            _ => types.Int32,
        };
    }
}
