using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>Calls of modelled members go to their models; of those that lack one, are refused.</summary>
sealed class Calls : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction is { OpCode.Code: Code.Calli, Operand: CallSite pointed })
                OfPointer(method, instruction, pointed);
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj))
                continue;
            var callee = method.Calls.Of(instruction);
            if (callee.Kind is CalleeKind.Refused or CalleeKind.Modelled)
                method.Before(instruction, Receivers.Check(method, instruction, callee.Reference));
            if (callee.Kind == CalleeKind.Refused)
                method.Before(instruction,
                    method.Refuse(callee, Site(method, instruction, callee.Reference)));
            else if (callee.Kind == CalleeKind.Modelled)
                Redirect(method, instruction, callee);
        }
    }

    /// <summary>A managed function is woven, or refused where its address is taken.</summary>
    static void OfPointer(MethodWeave method, Instruction call, CallSite pointed)
    {
        if (pointed.CallingConvention is not (MethodCallingConvention.Default
            or MethodCallingConvention.Generic or MethodCallingConvention.VarArg))
            method.Before(call,
                method.Refuse("native code (an unmanaged function pointer)", method.Site(call)));
    }

    static void Redirect(MethodWeave method, Instruction call, Callee callee)
    {
        var site = Site(method, call, callee.Reference);
        var constraint = method.ConstrainedTo(call);
        if (constraint is not null && !constraint.IsStruct())
        {
            // Its receiver is the address of a T that may be either.
            method.Before(call,
                method.Refuse($"{callee.Reference.Name} of the type parameter {constraint.Name}", site));
            return;
        }
        var model = callee.Model!;
        if (call.OpCode.Code == Code.Call && callee.Reference.Name == ".ctor")
            method.Replace(call, site, Instruction.Create(OpCodes.Call, model.Instance),
                Instruction.Create(OpCodes.Stobj, callee.Reference.DeclaringType));
        else if (call.Next?.OpCode.Code == Code.Pop && model.DroppedInstance is { } dropped)
            method.Replace(call, Dropped(site, dropped));
        else
            method.Replace(call, site, Instruction.Create(OpCodes.Call, model.Instance));
    }

    /// <summary>The pop stays, for somebody may jump to it: what returns nothing feeds it null.</summary>
    static Instruction[] Dropped(Instruction site, MethodReference dropped)
    {
        var call = Instruction.Create(OpCodes.Call, dropped);
        return call.Pushes() ? [site, call] : [site, call, Instruction.Create(OpCodes.Ldnull)];
    }

    static Instruction Site(MethodWeave method, Instruction call, MethodReference callee)
    {
        if (call.OpCode.Code == Code.Newobj)
            return method.Site(call, method.NameOfResult(call));
        var depth = callee.Parameters.Count - (callee.HasThis ? 0 : 1);
        return depth < 0
            ? method.Site(call)
            : method.Site(call, method.NameOf(method.Flow.Peek(call, depth)));
    }
}
