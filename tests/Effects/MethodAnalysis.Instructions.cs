using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Effects;

// What each instruction does to the references on the stack.
sealed partial class MethodAnalysis
{
    void Step(Instruction at, List<Places> stack)
    {
        switch (at.OpCode.Code)
        {
            case Code.Nop or Code.Volatile or Code.Constrained or Code.Readonly or Code.Tail or Code.Unaligned
                or Code.No or Code.Break:
                return;
            case Code.Ldarg or Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 or Code.Ldarg_S:
                stack.Add(Content(Variable(Argument(at))));
                return;
            case Code.Ldarga or Code.Ldarga_S:
                stack.Add(Places.Of(Variable(Argument(at))));
                return;
            case Code.Starg or Code.Starg_S:
                Put(Variable(Argument(at)), Pop(stack));
                return;
            case Code.Ldloc or Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3 or Code.Ldloc_S:
                stack.Add(Content(Variable(parameters + Local(at))));
                return;
            case Code.Ldloca or Code.Ldloca_S:
                stack.Add(Places.Of(Variable(parameters + Local(at))));
                return;
            case Code.Stloc or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3 or Code.Stloc_S:
                Put(Variable(parameters + Local(at)), Pop(stack));
                return;
            case Code.Dup:
                stack.Add(stack.Count > 0 ? stack[^1] : Places.None);
                return;
            case Code.Ldfld:
            {
                var field = (FieldReference)at.Operand;
                var owner = Pop(stack);
                var loaded = Load(owner);
                if (Leads.IsStruct(field.DeclaringType))
                    loaded |= owner;
                stack.Add(Leads.Nowhere(field.FieldType) ? Places.None : loaded);
                return;
            }
            case Code.Ldflda:
                return;
            case Code.Stfld:
            {
                var stored = Pop(stack);
                Store(Pop(stack), stored);
                return;
            }
            case Code.Ldsfld:
                stack.Add(Leads.Nowhere(((FieldReference)at.Operand).FieldType) ? Places.None : Places.Of(Static));
                return;
            case Code.Ldsflda:
                stack.Add(Places.Of(Static));
                return;
            case Code.Stsfld:
                Escape(Pop(stack));
                return;
            case Code.Ldelem_Ref or Code.Ldelem_Any:
            {
                Pop(stack);
                var loaded = Load(Pop(stack));
                stack.Add(at.Operand is TypeReference t && Leads.Nowhere(t) ? Places.None : loaded);
                return;
            }
            case Code.Ldelem_I or Code.Ldelem_I1 or Code.Ldelem_I2 or Code.Ldelem_I4 or Code.Ldelem_I8
                or Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Ldelem_U1 or Code.Ldelem_U2 or Code.Ldelem_U4:
                Pop(stack);
                Load(Pop(stack));
                stack.Add(Places.None);
                return;
            case Code.Ldelema:
                Pop(stack);
                return;
            case Code.Stelem_Any or Code.Stelem_Ref or Code.Stelem_I or Code.Stelem_I1 or Code.Stelem_I2
                or Code.Stelem_I4 or Code.Stelem_I8 or Code.Stelem_R4 or Code.Stelem_R8:
            {
                var stored = Pop(stack);
                Pop(stack);
                Store(Pop(stack), stored);
                return;
            }
            case Code.Ldlen:
                // The length never changes.
                Pop(stack);
                stack.Add(Places.None);
                return;
            case Code.Ldind_Ref:
                stack.Add(Load(Pop(stack)));
                return;
            case Code.Ldobj:
            {
                var address = Pop(stack);
                var loaded = Load(address);
                stack.Add(Leads.Nowhere((TypeReference)at.Operand) ? Places.None : loaded | Same(address));
                return;
            }
            case Code.Ldind_I or Code.Ldind_I1 or Code.Ldind_I2 or Code.Ldind_I4 or Code.Ldind_I8 or Code.Ldind_R4
                or Code.Ldind_R8 or Code.Ldind_U1 or Code.Ldind_U2 or Code.Ldind_U4:
                Load(Pop(stack));
                stack.Add(Places.None);
                return;
            case Code.Stind_I or Code.Stind_I1 or Code.Stind_I2 or Code.Stind_I4 or Code.Stind_I8 or Code.Stind_R4
                or Code.Stind_R8 or Code.Stind_Ref or Code.Stobj:
            {
                var stored = Pop(stack);
                Store(Pop(stack), stored);
                return;
            }
            case Code.Initobj:
                Store(Pop(stack), Places.None);
                return;
            case Code.Cpobj or Code.Cpblk:
            {
                if (at.OpCode.Code == Code.Cpblk)
                    Pop(stack);
                var source = Load(Pop(stack));
                Store(Pop(stack), source);
                return;
            }
            case Code.Initblk:
                Pop(stack);
                Pop(stack);
                Store(Pop(stack), Places.None);
                return;
            case Code.Newarr:
                Pop(stack);
                stack.Add(Places.Of(Site(at)));
                return;
            case Code.Box:
            {
                var boxed = Pop(stack);
                if (at.Operand is GenericParameter)
                {
                    stack.Add(boxed);
                    return;
                }
                if (!boxed.IsEmpty)
                    Put(Site(at), boxed);
                stack.Add(boxed.IsEmpty ? Places.None : Places.Of(Site(at)));
                return;
            }
            case Code.Castclass or Code.Isinst or Code.Unbox:
                return;
            case Code.Unbox_Any:
            {
                var boxed = Pop(stack);
                var type = (TypeReference)at.Operand;
                stack.Add(Leads.Nowhere(type) ? Places.None : boxed | (Leads.IsStruct(type) ? Load(boxed) : Places.None));
                return;
            }
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(at, (MethodReference)at.Operand, stack);
                return;
            case Code.Calli:
            {
                var site = (CallSite)at.Operand;
                for (var i = 0; i < site.Parameters.Count + (site.HasThis ? 2 : 1); i++)
                    Pop(stack);
                summary.Assume();
                if (site.ReturnType.MetadataType != MetadataType.Void)
                    stack.Add(Places.None);
                return;
            }
            case Code.Ret:
                if (method.ReturnType.MetadataType != MetadataType.Void)
                    Return(Pop(stack));
                return;
            case Code.Add or Code.Sub or Code.Add_Ovf or Code.Add_Ovf_Un or Code.Sub_Ovf or Code.Sub_Ovf_Un
                or Code.And or Code.Or:
            {
                // Of an address, it leads where it led before.
                var right = Pop(stack);
                stack.Add(Pop(stack) | right);
                return;
            }
            case Code.Conv_I or Code.Conv_U or Code.Conv_I8 or Code.Conv_U8:
                return;
            case Code.Leave or Code.Leave_S:
                stack.Clear();
                return;
            case Code.Localloc:
                Pop(stack);
                stack.Add(Places.Of(Site(at)));
                return;
            default:
                for (var i = Count(at.OpCode.StackBehaviourPop); i > 0; i--)
                    Pop(stack);
                if (at.OpCode.StackBehaviourPush is not (StackBehaviour.Push0))
                    stack.Add(Places.None);
                return;
        }
    }

    static int Count(StackBehaviour pops) => pops switch
    {
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi
            or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Pop0 => 0,
        _ => 0,
    };

    int Argument(Instruction at) => at.OpCode.Code switch
    {
        Code.Ldarg_0 => 0,
        Code.Ldarg_1 => 1,
        Code.Ldarg_2 => 2,
        Code.Ldarg_3 => 3,
        _ => ((ParameterDefinition)at.Operand).Index + (method.HasThis ? 1 : 0),
    };

    static int Local(Instruction at) => at.OpCode.Code switch
    {
        Code.Ldloc_0 or Code.Stloc_0 => 0,
        Code.Ldloc_1 or Code.Stloc_1 => 1,
        Code.Ldloc_2 or Code.Stloc_2 => 2,
        Code.Ldloc_3 or Code.Stloc_3 => 3,
        _ => ((VariableDefinition)at.Operand).Index,
    };
}
