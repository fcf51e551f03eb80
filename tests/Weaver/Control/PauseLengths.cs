using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Control;

/// <summary>
/// Variables of a method's own that decide nothing but how long it pauses: the back-off that doubles,
/// the <see cref="SpinWait"/>. A loop that changes only those goes round as before.
/// </summary>
sealed class PauseLengths
{
    // Postdominators of a method larger than that cost more than they are worth.
    const int LargestMethod = 4000;

    static readonly string[] limits =
    [
        "timeout", "millisecondsTimeout", "iterations", "millisecondsDelay", "delay",
        "sleep1Threshold",
    ];

    static readonly string[] pauses =
    [
        "System.Threading.Thread::Sleep", "System.Threading.Thread::Yield",
        "System.Threading.Thread::SpinWait", "System.Threading.SpinWait::SpinOnce",
        "System.Threading.SpinWait::Reset",
    ];

    readonly MethodWeave method;
    readonly ControlFlow flow;
    readonly ValueFlow values;
    readonly HashSet<object> assumed = [];

    public PauseLengths(MethodWeave method, ControlFlow flow)
    {
        (this.method, this.flow) = (method, flow);
        values = new(method);
        // The greatest set that justifies itself: take all, and drop what is used for something else.
        foreach (var instruction in method.Code)
            if (Own(instruction) is { } variable)
                assumed.Add(variable.Key);
        while (method.Code.FirstOrDefault(i => Own(i) is { } v && assumed.Contains(v.Key)
            && !IsHarmless(i)) is { } use)
            assumed.Remove(Own(use)!.Value.Key);
    }

    public bool Contains(object variable) => assumed.Contains(variable);

    OwnVariable? Own(Instruction instruction) => OwnVariable.Of(method.Method, instruction);

    /// <summary>Whether a use of a variable, or a computation, leads to nothing but a pause.</summary>
    bool IsHarmless(Instruction producer) =>
        OwnVariable.UseOf(producer) == OwnUse.Store
        || values.Uses(producer) is { Count: > 0 } uses
            && uses.All(use => IsHarmless(producer, use.Consumer, use.Operand));

    bool IsHarmless(Instruction producer, Instruction consumer, int operand)
    {
        if (consumer.OpCode.Code == Code.Pop)
            return true;
        if (Own(consumer) is { } stored && OwnVariable.UseOf(consumer) == OwnUse.Store)
            return assumed.Contains(stored.Key);
        if (consumer.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj)
            return IsHarmlessCall(producer, consumer, operand);
        if (consumer.OpCode.Code == Code.Initobj)
            return true;
        if (consumer.OpCode.FlowControl == FlowControl.Cond_Branch)
            return ChoosesAmongPauses(consumer);
        return IsComputation(consumer) && IsHarmless(consumer);
    }

    bool IsHarmlessCall(Instruction producer, Instruction call, int operand)
    {
        var called = (MethodReference)call.Operand;
        if (IsPause(call))
            return true;
        var isAddress = OwnVariable.UseOf(producer) == OwnUse.Address;
        if (called.DeclaringType.FullName == "System.Threading.SpinWait")
            return IsHarmless(call);
        var isReceiver = called.HasThis && operand == 0 && call.OpCode.Code != Code.Newobj;
        if (IsComputation(called))
            return (!isAddress || isReceiver)
                && (!call.Pushes() || IsHarmless(call));
        var parameter = operand - (called.HasThis && call.OpCode.Code != Code.Newobj ? 1 : 0);
        return !isAddress && parameter >= 0
            && called.DeclaringType.Namespace.StartsWith("System.Threading", StringComparison.Ordinal)
            && called.Resolve() is { } definition
            && limits.Contains(definition.Parameters[parameter].Name);
    }

    /// <summary>Whether a branch only chooses how to pause: what it leads to does nothing else.</summary>
    bool ChoosesAmongPauses(Instruction branch)
    {
        if (method.Code.Count > LargestMethod || flow.Join(branch) is not { } join)
            return false;
        return flow.Between(branch, join).All(i =>
            i.OpCode.Code is Code.Nop or Code.Pop or Code.Br or Code.Dup
            || IsConstant(i)
            || i.OpCode.FlowControl == FlowControl.Cond_Branch
            || IsComputation(i)
            || IsPause(i)
            || i.OpCode.Code is Code.Call or Code.Newobj && IsComputation((MethodReference)i.Operand)
            || i is { OpCode.Code: Code.Ldarg, Operand: ParameterDefinition { Index: -1 } }
            || Own(i) is { } variable && assumed.Contains(variable.Key)
            || OwnVariable.UseOf(i) == OwnUse.Load && Own(i) is not null && IsHarmless(i));
    }

    static bool IsPause(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt
        && instruction.Operand is MethodReference called
        && pauses.Contains($"{called.DeclaringType.FullName}::{called.Name}");

    static bool IsConstant(Instruction instruction) =>
        instruction.OpCode.Code is Code.Ldc_I4 or Code.Ldc_I8 or Code.Ldc_R4 or Code.Ldc_R8;

    static bool IsComputation(MethodReference called) =>
        called.DeclaringType.FullName is "System.Math" or "System.TimeSpan" or "System.Int32"
            or "System.Int64" or "System.Double";

    /// <remarks>
    /// Not what may throw, as a division does and a checked product, nor what makes the pauses shorter:
    /// one of -1 is for ever, and below that is an error.
    /// </remarks>
    static bool IsComputation(Instruction instruction) =>
        instruction.OpCode.Code is Code.Add or Code.Mul or Code.Shl or Code.Shr or Code.Shr_Un
            or Code.And or Code.Or or Code.Xor or Code.Not
            or Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un
        || instruction.OpCode.Name.StartsWith("conv.", StringComparison.Ordinal)
            && !instruction.OpCode.Name.StartsWith("conv.ovf", StringComparison.Ordinal);
}
