using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Control;

/// <summary>
/// Methods that make the same calls whenever they run: if such methods call each other in a circle, none
/// of them ever returns.
/// </summary>
static class Recursion
{
    /// <summary>
    /// Whether nothing in the method decides, or ends it early, and each of its calls leads to one method
    /// that is known here.
    /// </summary>
    public static bool AlwaysCalls(MethodWeave method) =>
        !method.Method.Body.HasExceptionHandlers
        && method.Code.Any(i => i.OpCode.FlowControl == FlowControl.Call)
        && method.Code.All(i => i.OpCode.FlowControl == FlowControl.Call
            ? IsCertain(method, i)
            : IsPlain(i.OpCode.Code));

    static bool IsCertain(MethodWeave method, Instruction call)
    {
        if (call.OpCode.Code == Code.Calli || call.Previous?.OpCode.Code is Code.Constrained or Code.Tail)
            return false;
        var callee = (MethodReference)call.Operand;
        return callee is { Name: ".ctor", DeclaringType.FullName: "System.Object" }
            || method.Module.IsWoven(callee.DeclaringType)
            && (call.OpCode.Code != Code.Callvirt || callee.Resolve() is { IsVirtual: false });
    }

    /// <summary>What neither branches nor throws, but for a reference that is null.</summary>
    static bool IsPlain(Code code) => code
        is Code.Nop or Code.Ldarg or Code.Ldarga or Code.Starg or Code.Ldloc or Code.Ldloca or Code.Stloc
        or Code.Ldnull or Code.Ldstr or Code.Ldc_I4 or Code.Ldc_I8 or Code.Ldc_R4 or Code.Ldc_R8
        or Code.Ldfld or Code.Ldflda or Code.Stfld or Code.Ldsfld or Code.Ldsflda or Code.Stsfld
        or Code.Dup or Code.Pop or Code.Add or Code.Sub or Code.Mul or Code.Neg or Code.Not
        or Code.And or Code.Or or Code.Xor or Code.Conv_I4 or Code.Conv_I8 or Code.Conv_R8
        or Code.Br or Code.Ret or Code.Box;
}
