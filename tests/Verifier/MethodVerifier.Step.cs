using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verification;

/// <summary>What each instruction does to the stack (ECMA-335 III.3 and III.4).</summary>
sealed partial class MethodVerifier
{
    void Step()
    {
        switch (at.OpCode.Code)
        {
            case Code.Nop or Code.Break or Code.Br:
                break;
            case var _ when at.OpCode.OpCodeType == OpCodeType.Prefix:
                break;
            case Code.Dup:
                var top = Pop();
                Push(top);
                Push(top);
                break;
            case Code.Pop:
                Pop();
                break;
            case Code.Leave:
                stack.Clear();
                break;
            case Code.Switch:
                PopInteger("the number of a case");
                break;
            case Code.Throw:
                PopObject();
                break;
            case Code.Rethrow when !regions.IsIn(places[at], "catch"):
            case Code.Endfinally when !regions.IsIn(places[at], "finally")
                    && !regions.IsIn(places[at], "fault"):
            case Code.Endfilter when !regions.IsIn(places[at], "filter"):
                Found(Rules.Region, "outside its handler");
                break;
            case Code.Rethrow or Code.Endfinally:
                stack.Clear();
                break;
            case Code.Endfilter:
                Expect(Pop(), Value.Int32);
                EnsureEmpty();
                break;
            case Code.Ret:
                Return();
                break;
            case Code.Call or Code.Callvirt or Code.Newobj or Code.Calli:
                Call();
                break;
            default:
                if (!Load() && !Access() && !Element() && !OfType() && !Compute())
                    Found(Rules.Unverifiable, at.OpCode.Name);
                break;
        }
    }

    void EnsureEmpty()
    {
        if (stack.Count > 0)
            Found(Rules.Depth, $"{stack.Count} too many are left");
    }

    void Return()
    {
        if (regions.IsInAny(places[at]))
            Found(Rules.Region, "a return out of it");
        if (!isConstructed)
            Found(Rules.Raw, "it returns");
        // "ref readonly": the caller knows.
        if (method.ReturnType is RequiredModifierType { ModifierType.Name: "InAttribute" })
            Expect(Pop() with { IsReadOnly = false }, Value.Of(method.ReturnType));
        else if (method.ReturnType.Plain().MetadataType != MetadataType.Void)
            PopAs(method.ReturnType);
        EnsureEmpty();
    }

    bool Load()
    {
        switch (at.OpCode.Code)
        {
            case Code.Ldarg:
                Push(Argument((ParameterDefinition)at.Operand));
                return true;
            case Code.Ldarga:
                Push(new(Kind.Address, ((ParameterDefinition)at.Operand).ParameterType.Plain()));
                return true;
            case Code.Starg:
                Expect(Pop(), Argument((ParameterDefinition)at.Operand));
                return true;
            case Code.Ldloc:
                Push(Value.Of(((VariableDefinition)at.Operand).VariableType));
                return true;
            case Code.Ldloca:
                Push(new(Kind.Address, ((VariableDefinition)at.Operand).VariableType.Plain()));
                return true;
            case Code.Stloc:
                PopAs(((VariableDefinition)at.Operand).VariableType);
                return true;
            case Code.Ldnull:
                Push(Value.Null);
                return true;
            case Code.Ldc_I4:
                Push(Value.Int32);
                return true;
            case Code.Ldc_I8:
                Push(new(Kind.Int64));
                return true;
            case Code.Ldc_R4 or Code.Ldc_R8:
                Push(new(Kind.Float));
                return true;
            case Code.Ldstr:
                Push(Boxed(types.String));
                return true;
            default:
                return false;
        }
    }

    Value Argument(ParameterDefinition parameter)
    {
        if (parameter.Index >= 0)
            return Value.Of(parameter.ParameterType);
        var self = Substitution.OnItself(method.DeclaringType);
        return method.DeclaringType.IsValueType
            ? new(Kind.Address, self)
            : new(Kind.Object, self, IsRaw: !isConstructed);
    }
}
