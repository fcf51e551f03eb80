using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>
/// Delegates of members that aren't woven, and pointers to them: <c>new Thread(barrier.SignalAndWait)</c>.
/// They get a method of the type's own that makes the call, and that is woven like any other.
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

    /// <summary>Whether a call might have hooks: it uses an object that can be shared.</summary>
    static bool Touches(MethodReference callee) => !callee.DeclaringType.IsDelegate()
        && (callee.HasThis && callee.DeclaringType.IsReference() && !IsPlain(callee.DeclaringType)
            || Enumerable.Range(0, callee.Parameters.Count)
                .Any(i => !IsPlain(callee.ResolvedParameter(i))));

    /// <summary>Holds no variable that threads can share.</summary>
    static bool IsPlain(TypeReference type) => type.Plain() switch
    {
        { IsPrimitive: true } => true,
        { FullName: "System.String" or "System.Type" or "System.Decimal" or "System.DateTime"
            or "System.TimeSpan" or "System.Guid" or "System.IFormatProvider"
            or "System.Globalization.CultureInfo" } => true,
        GenericParameter or TypeSpecification => false,
        var plain => plain.Definition().IsEnum,
    };

    static void Redirect(MethodWeave method, Instruction load, MethodReference target)
    {
        var site = method.Site(load, Receiver(method, load, target));
        var standIn = method.Module.StandIns.Of(method.Method, target, (string)site.Operand);
        method.Before(load, Receivers.CheckTarget(method, load, target));
        var pointer = Instruction.Create(OpCodes.Ldftn, standIn);
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
}
