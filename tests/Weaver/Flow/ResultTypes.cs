using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>The type of what an instruction pushes.</summary>
sealed class ResultTypes(MethodDefinition method)
{
    readonly TypeSystem types = method.Module.TypeSystem;

    public TypeReference? Of(Instruction instruction, StackSlot[] stack) => instruction.Operand switch
    {
        ParameterDefinition p => instruction.OpCode.Code == Code.Ldarga
            ? new ByReferenceType(Argument(p))
            : Argument(p),
        VariableDefinition v => instruction.OpCode.Code == Code.Ldloca
            ? new ByReferenceType(v.VariableType.Plain())
            : v.VariableType.Plain(),
        FieldReference f => Field(instruction.OpCode.Code, f, stack),
        TypeReference t => OfType(instruction.OpCode.Code, t),
        _ => OfCode(instruction, stack),
    };

    TypeReference Argument(ParameterDefinition parameter)
    {
        if (parameter.Index >= 0)
            return parameter.ParameterType.Plain();
        var self = method.DeclaringType.OnItself();
        return method.DeclaringType.IsValueType ? new ByReferenceType(self) : self;
    }

    TypeReference? Field(Code code, FieldReference field, StackSlot[] stack) => code switch
    {
        Code.Ldfld or Code.Ldsfld => field.ResolvedType(),
        Code.Ldflda when stack[^1].Type is { } t && t.IsAddress() && t is not ByReferenceType =>
            new PointerType(field.ResolvedType()),
        Code.Ldflda or Code.Ldsflda => new ByReferenceType(field.ResolvedType()),
        _ => null,
    };

    TypeReference? OfType(Code code, TypeReference type) => code switch
    {
        Code.Newarr => new ArrayType(type),
        Code.Ldelema or Code.Unbox or Code.Refanyval => new ByReferenceType(type),
        Code.Box => types.Object,
        Code.Sizeof => types.Int32,
        Code.Ldtoken => null,
        _ => type,
    };

    TypeReference? OfCode(Instruction instruction, StackSlot[] stack)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Call or Code.Callvirt:
                return ((MethodReference)instruction.Operand).ResolvedReturn().Plain();
            case Code.Newobj:
                return ((MethodReference)instruction.Operand).DeclaringType;
            case Code.Calli:
                return ((CallSite)instruction.Operand).ReturnType.Plain();
            case Code.Add or Code.Sub or Code.Add_Ovf or Code.Add_Ovf_Un or Code.Sub_Ovf
                or Code.Sub_Ovf_Un or Code.Mul or Code.Div or Code.Rem or Code.And or Code.Or
                or Code.Xor or Code.Mul_Ovf or Code.Mul_Ovf_Un or Code.Div_Un or Code.Rem_Un:
                var (left, right) = (stack[^2].Type, stack[^1].Type);
                return right is not null && right.IsAddress() ? right : left;
            case Code.Neg or Code.Not or Code.Shl or Code.Shr or Code.Shr_Un or Code.Ckfinite:
                return stack[instruction.Pops(stack.Length) == 2 ? ^2 : ^1].Type;
            default:
                return instruction.ElementType(stack, types);
        }
    }
}
