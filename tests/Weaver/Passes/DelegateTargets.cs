using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Delegates of members that aren't woven: <c>new Thread(barrier.SignalAndWait)</c>. They get a
/// method of the type's own that makes the call, and that is woven like any other.
/// </summary>
sealed class DelegateTargets : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction.OpCode.Code is not (Code.Ldftn or Code.Ldvirtftn))
                continue;
            var callee = method.Calls.Of(instruction);
            if (callee.Home is not null)
            {
                var site = method.Site(instruction, Receiver(method, instruction, callee.Reference));
                method.Before(instruction, method.Refuse(callee, site));
                continue;
            }
            if (callee.Kind is CalleeKind.Modelled or CalleeKind.Refused
                || callee.Kind is CalleeKind.Unwoven && Touches(callee.Reference))
                Redirect(method, instruction, callee.Reference);
        }
    }

    static bool Touches(MethodReference callee) =>
        LibraryObjects.Changes(callee)
        || callee.HasThis && Cursors.IsEnumerator(callee.DeclaringType);

    static void Redirect(MethodWeave method, Instruction load, MethodReference target)
    {
        var site = method.Site(load, Receiver(method, load, target));
        if (StandIn(method, target) is not { } standIn)
        {
            method.Before(load,
                method.Refuse($"delegate of {Naming.MemberNames.Full(target)} in generic code", site));
            return;
        }
        method.Method.DeclaringType.Methods.Add(standIn);
        method.Module.Add(standIn, (string)site.Operand);
        method.Before(load, Receivers.CheckTarget(method, load, target));
        var pointer = Instruction.Create(OpCodes.Ldftn, standIn.OnItself());
        if (load.OpCode.Code == Code.Ldvirtftn)
            method.Replace(load, Instruction.Create(OpCodes.Pop), pointer);
        else
            method.Replace(load, pointer);
    }

    static string Receiver(MethodWeave method, Instruction load, MethodReference target)
    {
        if (!target.HasThis)
            return "";
        // ldvirtftn takes a copy of the receiver that the delegate gets.
        return method.NameOf(method.Flow.Peek(load));
    }

    /// <summary>Null where the target depends on type parameters of the method's own.</summary>
    static MethodDefinition? StandIn(MethodWeave method, MethodReference target)
    {
        var standIn = new MethodDefinition(
            $"<{method.Method.Name}>w__{target.Name}_{method.Method.DeclaringType.Methods.Count}",
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig,
            target.ResolvedReturn());
        if (target.HasThis)
            standIn.Parameters.Add(new("target", ParameterAttributes.None, target.DeclaringType));
        for (var i = 0; i < target.Parameters.Count; i++)
            standIn.Parameters.Add(new(target.Parameters[i].Name, ParameterAttributes.None,
                target.ResolvedParameter(i)));
        if (target.HasThis && !target.DeclaringType.IsReference()
            || standIn.Parameters.Select(p => p.ParameterType).Append(standIn.ReturnType)
                .Any(t => t.MentionsParameter(GenericParameterType.Method)))
            return null;

        var il = standIn.Body.GetILProcessor();
        foreach (var parameter in standIn.Parameters)
            il.Emit(OpCodes.Ldarg, parameter);
        il.Emit(target.HasThis ? OpCodes.Callvirt : OpCodes.Call, target);
        il.Emit(OpCodes.Ret);
        return standIn;
    }
}
