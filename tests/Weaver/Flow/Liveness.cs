using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>Whether the value of a variable of a method's own may still be looked at.</summary>
static class Liveness
{
    /// <summary>Walks on from <paramref name="at"/> until each path overwrites the variable.</summary>
    /// <param name="filled">Where its address is taken as an <c>out</c> argument: see <see cref="Filled"/>.</param>
    public static bool IsLive(
        MethodDefinition method, object variable, Instruction at, HashSet<Instruction> filled)
    {
        var seen = new HashSet<Instruction>();
        var pending = new Stack<Instruction>([at]);
        while (pending.TryPop(out var instruction))
        {
            if (!seen.Add(instruction))
                continue;
            var isIts = OwnVariable.Of(method, instruction)?.Key == variable;
            var isStored = isIts && (OwnVariable.UseOf(instruction) == OwnUse.Store
                || filled.Contains(instruction));
            // Whoever holds its address may read it at any time.
            if (isIts && !isStored)
                return true;
            foreach (var handler in method.Body.ExceptionHandlers)
                if (instruction.Offset >= handler.TryStart.Offset
                    && instruction.Offset < handler.TryEnd.Offset)
                {
                    if (handler.FilterStart is { } filter)
                        pending.Push(filter);
                    pending.Push(handler.HandlerStart);
                }
            if (isStored)
                continue;
            foreach (var next in instruction.Successors())
                pending.Push(next);
        }
        return false;
    }

    /// <summary>Addresses that are handed over as <c>out</c>: C# assigns there before the call returns.</summary>
    public static HashSet<Instruction> Filled(MethodWeave method)
    {
        var filled = new HashSet<Instruction>();
        foreach (var call in method.Code)
        {
            if (call.OpCode.FlowControl != FlowControl.Call || call.Operand is not MethodReference called
                || called.Parameters.All(p => !p.ParameterType.IsByReference)
                || called.Resolve() is not { } definition)
                continue;
            var count = called.Parameters.Count;
            foreach (var parameter in definition.Parameters)
                if (parameter is { IsOut: true, IsIn: false } && parameter.ParameterType.IsByReference
                    && method.Flow.Peek(call, count - 1 - parameter.Index).Producer is { } address)
                    filled.Add(address);
        }
        return filled;
    }
}
