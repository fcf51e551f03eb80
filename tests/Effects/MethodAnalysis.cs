using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Effects;

/// <summary>
/// Follows the references in one method's code. Branches are not told apart, and neither are the
/// fields of an object: a parameter itself is one place, and all that can be reached from it is
/// another; each object that is made here is one, too. (Salcianu and Rinard, <em>Purity and Side
/// ParameterEffects Analysis for Java Programs</em>, VMCAI 2005, in a much coarser form.)
/// </summary>
sealed class MethodAnalysis
{
    readonly MethodDefinition method;
    readonly MethodEffects summary;
    readonly Func<MethodDefinition, MethodEffects> summaryOf;
    readonly Framework framework;
    readonly int parameters;
    readonly int variables;
    readonly Dictionary<int, Places> contents = [];
    readonly Dictionary<Instruction, int> sites = [];
    readonly Dictionary<Instruction, List<Places>> stacks = [];
    bool changed;

    public MethodAnalysis(MethodDefinition method, MethodEffects summary, Framework framework,
        Func<MethodDefinition, MethodEffects> summaryOf)
    {
        (this.method, this.summary, this.framework, this.summaryOf) = (method, summary, framework, summaryOf);
        parameters = method.Parameters.Count + (method.HasThis ? 1 : 0);
        variables = parameters + method.Body.Variables.Count;
    }

    int Static => 2 * parameters;

    int Variable(int index) => 2 * parameters + 1 + index;

    bool IsVariable(int id) => id > Static && id <= Static + variables;

    public void Run()
    {
        for (var i = 0; i < parameters; i++)
            contents[Variable(i)] = Initial(i);
        // Each round follows what the one before has stored.
        for (var round = 0; round < 6; round++)
        {
            changed = false;
            stacks.Clear();
            Round();
            if (!changed)
                break;
        }
    }

    Places Initial(int index)
    {
        var type = index == 0 && method.HasThis ? null
            : method.Parameters[index - (method.HasThis ? 1 : 0)].ParameterType;
        return type is null ? Places.Of(2 * index)
            : Leads.Nowhere(type) ? Places.None
            : type is ByReferenceType or PointerType || !Leads.IsStruct(type) ? Places.Of(2 * index)
            : Places.Of(2 * index + 1);
    }

    void Round()
    {
        List<Places>? stack = [];
        var handlers = method.Body.ExceptionHandlers
            .SelectMany(h => h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter
                ? new[] { h.HandlerStart, h.FilterStart } : [])
            .OfType<Instruction>().ToHashSet();
        foreach (var at in method.Body.Instructions)
        {
            if (handlers.Contains(at))
                stack = [Places.None];
            else if (stacks.TryGetValue(at, out var jumped))
                stack = stack is null || stack.Count != jumped.Count ? [.. jumped]
                    : [.. stack.Zip(jumped, (a, b) => a | b)];
            stack ??= [];
            Step(at, stack);
            switch (at.Operand)
            {
                case Instruction target: Jump(target, stack); break;
                case Instruction[] targets:
                    foreach (var target in targets)
                        Jump(target, stack);
                    break;
            }
            if (at.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
                stack = null;
        }
    }

    void Jump(Instruction target, List<Places> stack) =>
        stacks[target] = stacks.TryGetValue(target, out var known) && known.Count == stack.Count
            ? [.. known.Zip(stack, (a, b) => a | b)] : [.. stack];

    static Places Pop(List<Places> stack)
    {
        if (stack.Count == 0)
            return Places.None;
        var top = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return top;
    }

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

    int Site(Instruction at)
    {
        if (!sites.TryGetValue(at, out var id))
            sites[at] = id = Static + 1 + variables + sites.Count;
        return id;
    }

    bool IsSite(int id) => id > Static + variables;

    Places Content(int id) => contents.GetValueOrDefault(id);

    void Put(int id, Places added)
    {
        var known = Content(id);
        if (known.Includes(added))
            return;
        contents[id] = known | added;
        changed = true;
    }

    /// <summary>The addressed variables' content: a struct that is loaded is the variable.</summary>
    Places Same(Places address)
    {
        var same = Places.None;
        foreach (var id in address.Numbers())
            if (!IsVariable(id))
                same |= Places.Of(id);
        return same;
    }

    Places Load(Places from)
    {
        var loaded = Places.None;
        foreach (var id in from.Numbers())
        {
            if (id < Static)
            {
                summary.Add(id / 2, id % 2 == 0 ? ParameterEffects.ReadsOwn : ParameterEffects.ReadsDeep);
                // What has been stored there, by the even number's content.
                loaded |= Places.Of(id | 1) | Content(id & ~1);
            }
            else if (id == Static)
                loaded |= Places.Of(Static);
            else
                loaded |= IsVariable(id) ? Content(id) : Content(id) | Places.Of(id);
        }
        return loaded;
    }

    void Store(Places to, Places stored)
    {
        foreach (var id in to.Numbers())
        {
            if (id < Static)
            {
                summary.Add(id / 2, id % 2 == 0 ? ParameterEffects.WritesOwn : ParameterEffects.WritesDeep);
                Keep(id / 2, stored);
            }
            else if (id == Static)
                Escape(stored);
            else if (!stored.IsEmpty)
                Put(id, stored);
        }
    }

    void Keep(int holder, Places stored)
    {
        if (stored.IsEmpty)
            return;
        var others = Places.None;
        foreach (var id in stored.Numbers())
            if (id >= Static || !summary.IsItem[id / 2])
                others |= Places.Of(id);
        Put(2 * holder, others);
        var kept = Places.None;
        foreach (var id in Reachable(stored).Numbers())
            if (id < Static && id / 2 != holder)
            {
                kept |= Places.Of(id / 2);
                summary.Add(id / 2, ParameterEffects.Keeps);
            }
        summary.Keep(holder, kept);
    }

    void Escape(Places stored)
    {
        foreach (var id in stored.Numbers())
            if (id < Static)
                summary.Add(id / 2, ParameterEffects.Keeps);
    }

    /// <summary>These and all that the objects made here and the variables among them lead to.</summary>
    Places Reachable(Places from)
    {
        var all = from;
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var id in all.Numbers().ToList())
                if (id > Static && !all.Includes(Content(id)))
                {
                    all |= Content(id);
                    grown = true;
                }
        }
        return all;
    }

    /// <summary>What a callee reaches by following at least one reference.</summary>
    Places Deep(Places from)
    {
        var first = Places.None;
        foreach (var id in from.Numbers())
            first |= id < Static ? Places.Of(id | 1) | Content(id & ~1)
                : id == Static ? Places.Of(Static)
                : Content(id);
        return Reachable(first);
    }

    void Return(Places returned)
    {
        foreach (var id in returned.Numbers())
        {
            if (id < Static)
                summary.Return(Places.Of(id));
            else if (IsSite(id) || IsVariable(id))
            {
                var holds = Places.None;
                foreach (var held in Reachable(Content(id)).Numbers())
                    if (held < Static)
                        holds |= Places.Of(held);
                summary.ReturnNew(holds);
            }
        }
    }

    void Call(Instruction at, MethodReference called, List<Places> stack)
    {
        var isNew = at.OpCode.Code == Code.Newobj;
        var arguments = new Places[called.Parameters.Count + (called.HasThis ? 1 : 0)];
        for (var i = arguments.Length - 1; i >= (isNew ? 1 : 0); i--)
            arguments[i] = Pop(stack);
        if (isNew)
            arguments[0] = Places.Of(Site(at));
        var result = Result(at, called, arguments, isNew);
        if (isNew)
            stack.Add(arguments[0]);
        else if (called.ReturnType.MetadataType != MetadataType.Void)
            stack.Add(Leads.Nowhere(called.ReturnType) ? Places.None : result);
    }

    Places Result(Instruction at, MethodReference called, Places[] arguments, bool isNew)
    {
        if (ByHand.Find(called) is { } known)
        {
            var result = Apply(at, known, arguments);
            return result;
        }
        if (Framework.Try(called) is not { } definition)
        {
            summary.Assume();
            return Places.None;
        }
        var isConstrained = at.Previous is { OpCode.Code: Code.Constrained };
        if (definition.DeclaringType.BaseType?.FullName == "System.MulticastDelegate")
        {
            if (definition.Name == "Invoke")
            {
                foreach (var id in arguments[0].Numbers())
                    if (id < Static)
                        summary.Add(id / 2, ParameterEffects.CallsBack);
            }
            else if (isNew)
            {
                Put(Site(at), arguments[1]);
                Lambda(at, arguments[1]);
            }
            return Places.None;
        }
        IReadOnlyList<MethodDefinition> targets = at.OpCode.Code == Code.Callvirt && !isConstrained
            ? framework.Targets(definition) : [definition];
        if (targets.Count > 24 || targets.Count == 0 || isConstrained && definition.IsAbstract)
        {
            // The object's own members, most of them the program's.
            if (!isConstrained && !definition.IsStatic)
                summary.Assume();
            return Places.None;
        }
        var all = Places.None;
        foreach (var target in targets)
            all |= Apply(at, summaryOf(target), arguments);
        return all;
    }

    /// <summary>Of a function that is made here, what it does to what it has captured.</summary>
    void Lambda(Instruction at, Places captured)
    {
        if (at.Previous is not { OpCode.Code: Code.Ldftn, Operand: MethodReference pointed }
            || Framework.Try(pointed) is not { HasBody: true } target || !target.HasThis)
            return;
        var known = summaryOf(target);
        Effects(known.Effects[0], captured);
    }

    Places Apply(Instruction at, MethodEffects known, Places[] arguments)
    {
        if (known.IsAssumed)
            summary.Assume();
        for (var i = 0; i < Math.Min(arguments.Length, known.Effects.Length); i++)
        {
            Effects(known.Effects[i], arguments[i]);
            foreach (var kept in known.Kept[i].Numbers())
                if (kept < arguments.Length)
                {
                    if (known.IsItem[kept])
                        Effects(ParameterEffects.Keeps, arguments[kept]);
                    else
                        StoreKept(arguments[i], arguments[kept]);
                }
        }
        var result = Places.None;
        foreach (var id in known.Returned.Numbers())
            if (id / 2 < arguments.Length)
                result |= id % 2 == 0 ? arguments[id / 2] : Deep(arguments[id / 2]);
        if (known.ReturnsNew)
        {
            var site = Site(at);
            foreach (var id in known.NewHolds.Numbers())
                if (id / 2 < arguments.Length)
                    Put(site, id % 2 == 0 ? arguments[id / 2] : Deep(arguments[id / 2]));
            result |= Places.Of(site);
        }
        return result;
    }

    void StoreKept(Places holder, Places kept)
    {
        foreach (var id in holder.Numbers())
        {
            if (id < Static)
                Keep(id / 2, kept);
            else if (id != Static)
                Put(id, kept);
            else
                Escape(kept);
        }
    }

    void Effects(ParameterEffects effect, Places on)
    {
        if (effect == ParameterEffects.None)
            return;
        foreach (var id in on.Numbers())
            if (id < Static)
            {
                var own = effect & (ParameterEffects.ReadsOwn | ParameterEffects.WritesOwn);
                summary.Add(id / 2, (id % 2 == 0 ? own : (ParameterEffects)((int)own << 1))
                    | effect & (ParameterEffects.CallsBack | ParameterEffects.Keeps));
            }
        var deep = effect & (ParameterEffects.ReadsDeep | ParameterEffects.WritesDeep);
        if (deep == ParameterEffects.None)
            return;
        foreach (var id in Deep(on).Numbers())
            if (id < Static)
                // One reference further on, an object that was an argument itself may be meant.
                summary.Add(id / 2, id % 2 == 0 ? (ParameterEffects)((int)deep >> 1) | deep : deep);
    }
}
