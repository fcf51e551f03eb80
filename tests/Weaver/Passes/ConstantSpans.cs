using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>
/// Spans over what nobody writes: over the program's own data (<c>[1, 2, 3]</c>, <c>"abc"u8</c>), and over
/// the characters of a string.
/// </summary>
sealed class ConstantSpans : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var call in method.Code)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj)
                || call.Operand is not MethodReference callee)
                continue;
            if (IsOfData(method, call, callee) is { } element)
                method.After(call, method.Hooks.Call(nameof(Hook.ConstantSpan), element));
            else if (IsOfText(callee) && method.Calls.Of(call).Kind == CalleeKind.Unwoven)
                Text(method, callee, call);
        }
    }

    static void Text(MethodWeave method, MethodReference callee, Instruction call)
    {
        var spilled = Spill.Arguments(method, callee);
        method.Before(call,
        [
            .. spilled.Store,
            Instruction.Create(OpCodes.Ldloc, spilled.Variables[0]),
            method.Hooks.Call(nameof(Hook.TextSpanned)),
            .. spilled.Load,
        ]);
    }

    /// <summary>The type of the elements; null if it isn't such a span.</summary>
    static TypeReference? IsOfData(MethodWeave method, Instruction call, MethodReference callee)
    {
        if (callee is GenericInstanceMethod { Name: "CreateSpan" } creates
            && callee.DeclaringType.FullName == "System.Runtime.CompilerServices.RuntimeHelpers")
            return creates.GenericArguments[0];
        return callee is { Name: ".ctor", Parameters.Count: 2, DeclaringType: GenericInstanceType span }
            && span.ElementType.FullName == "System.ReadOnlySpan`1"
            && call.OpCode.Code == Code.Newobj
            && method.Flow.Peek(call, 1).Producer is
                { OpCode.Code: Code.Ldsflda, Operand: FieldReference field }
            && field.Resolve() is { RVA: > 0 }
            ? span.GenericArguments[0] : null;
    }

    static bool IsOfText(MethodReference callee) =>
        callee is { HasThis: false, Parameters.Count: > 0 }
        && callee.Parameters[0].ParameterType.FullName == "System.String"
        && (callee.DeclaringType.FullName, callee.Name) is
            ("System.MemoryExtensions", "AsSpan" or "AsMemory") or ("System.String", "op_Implicit");
}
