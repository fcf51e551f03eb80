using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Effects;

// What callees do to their arguments.
sealed partial class MethodAnalysis
{
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
