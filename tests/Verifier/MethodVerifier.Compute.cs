using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verification;

/// <summary>Types as operands, arithmetic, comparisons and conversions.</summary>
sealed partial class MethodVerifier
{
    bool OfType()
    {
        if (at.Operand is TypeReference used)
            Accept(used);
        var type = (at.Operand as TypeReference)?.Plain()!;
        switch (at.OpCode.Code)
        {
            case Code.Newarr:
                PopInteger("a length");
                Push(Boxed(new ArrayType(type)));
                return true;
            case Code.Ldlen:
                PopArray();
                Push(Value.Native);
                return true;
            case Code.Box:
                PopAs(type);
                if (type.IsRefStruct() && type is not GenericParameter)
                    Found(Rules.Argument, $"a box of {type.Id()}");
                // A box of a T? is one of its T, or null.
                Push(Boxed(type is GenericInstanceType
                    { FullName: var name, GenericArguments: [var held] }
                    && name.StartsWith("System.Nullable`1<", StringComparison.Ordinal) ? held : type));
                return true;
            case Code.Unbox:
                PopObject();
                Push(new(Kind.Address, type, IsReadOnly: true));
                return true;
            case Code.Unbox_Any:
                PopObject();
                Push(Value.Of(type));
                return true;
            case Code.Castclass or Code.Isinst:
                PopObject();
                Push(Boxed(type));
                return true;
            case Code.Sizeof:
                Push(Value.Int32);
                return true;
            case Code.Ldtoken:
                Push(new(Kind.Struct, Handle()));
                return true;
            case Code.Ldftn:
                Push(Value.Native with { Method = Seen((MethodReference)at.Operand) });
                return true;
            case Code.Ldvirtftn:
                PopObject();
                Push(Value.Native with { Method = Seen((MethodReference)at.Operand) });
                return true;
            default:
                return false;
        }
    }

    TypeReference Handle()
    {
        var name = at.Operand switch
        {
            FieldReference => "RuntimeFieldHandle",
            MethodReference => "RuntimeMethodHandle",
            _ => "RuntimeTypeHandle",
        };
        return new("System", name, method.Module, types.CoreLibrary, valueType: true);
    }

    bool Compute()
    {
        switch (at.OpCode.Code)
        {
            case Code.Brtrue or Code.Brfalse:
                if (Pop() is { Kind: Kind.Struct or Kind.Float } condition)
                    Found(Rules.Type, $"{condition} as a condition");
                return true;
            case Code.Beq or Code.Bne_Un or Code.Bge or Code.Bge_Un or Code.Bgt or Code.Bgt_Un
                or Code.Ble or Code.Ble_Un or Code.Blt or Code.Blt_Un:
                Compare();
                return true;
            case Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un:
                Compare();
                Push(Value.Int32);
                return true;
            case Code.Shl or Code.Shr or Code.Shr_Un:
                PopInteger("a number of bits");
                PushSame(Pop());
                return true;
            case Code.Neg or Code.Not or Code.Ckfinite:
                PushSame(Pop());
                return true;
            case Code.Localloc:
                PopInteger("a size");
                Found(Rules.Pointer, "memory on the stack");
                Push(Value.Native);
                return true;
            case Code.Cpblk or Code.Initblk:
                Found(Rules.Pointer, "a block of memory");
                (_, _, _) = (Pop(), Pop(), Pop());
                return true;
            default:
                return Arithmetic() || Convert() || TypedReference();
        }
    }

    void PushSame(Value value)
    {
        if (value.Kind is Kind.Object or Kind.Struct or Kind.Address)
            Found(Rules.Type, $"{value} as a number");
        Push(value with { Method = null });
    }

    void Compare()
    {
        var (right, left) = (Pop(), Pop());
        var fits = left.Kind == right.Kind
            ? left.Kind != Kind.Struct
            : left.Kind is Kind.Int32 or Kind.Native && right.Kind is Kind.Int32 or Kind.Native;
        if (!fits)
            Found(IsOfPointer(left, right) ? Rules.Pointer : Rules.Type, $"{left} against {right}");
    }

    bool Arithmetic()
    {
        if (at.OpCode.Code is not (Code.Add or Code.Add_Ovf or Code.Add_Ovf_Un or Code.Sub
            or Code.Sub_Ovf or Code.Sub_Ovf_Un or Code.Mul or Code.Mul_Ovf or Code.Mul_Ovf_Un
            or Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un or Code.And or Code.Or or Code.Xor))
            return false;
        var (right, left) = (Pop(), Pop());
        if (left.Kind == Kind.Address || right.Kind == Kind.Address)
        {
            Found(Rules.Pointer, $"{left} and {right}");
            Push(left.Kind == right.Kind ? Value.Native : left.Kind == Kind.Address ? left : right);
            return true;
        }
        var fits = left.Kind == right.Kind
            ? left.Kind is not (Kind.Object or Kind.Struct)
            : left.Kind is Kind.Int32 or Kind.Native && right.Kind is Kind.Int32 or Kind.Native;
        if (!fits)
            Found(Rules.Type, $"{left} and {right}");
        Push(fits && left.Kind != right.Kind ? Value.Native : left with { Method = null });
        return true;
    }

    bool Convert()
    {
        var name = at.OpCode.Code.ToString();
        if (!name.StartsWith("Conv_", StringComparison.Ordinal))
            return false;
        var value = Pop();
        if (value.Kind == Kind.Address)
            Found(Rules.Pointer, $"the {value} as a number");
        else if (value.Kind is Kind.Object or Kind.Struct)
            Found(Rules.Type, $"{value} as a number");
        Push(new(name.Split('_').Last(part => part != "Un") switch
        {
            "I8" or "U8" => Kind.Int64,
            "R4" or "R8" or "R" => Kind.Float,
            "I" or "U" => Kind.Native,
            _ => Kind.Int32,
        }));
        return true;
    }

    bool TypedReference()
    {
        switch (at.OpCode.Code)
        {
            case Code.Mkrefany:
                PopAddress((TypeReference)at.Operand, toWrite: true);
                Push(new(Kind.Struct, types.TypedReference));
                return true;
            case Code.Refanyval:
                Expect(Pop(), new(Kind.Struct, types.TypedReference));
                Push(new(Kind.Address, (TypeReference)at.Operand));
                return true;
            default:
                return false;
        }
    }
}
