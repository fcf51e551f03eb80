using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>
/// Locals that each round of a loop counts up, or each counts down: no round leaves them as they were
/// (the basic induction variables of Aho, Lam, Sethi and Ullman, Compilers, section 9.1.8).
/// </summary>
sealed class Counters(MethodWeave method, ControlFlow flow)
{
    // So that no number of rounds that an execution may take leads all the way round to the same value.
    const int LargestStep = 16;

    /// <summary>Whether a variable is one in the loop that begins at <paramref name="head"/>.</summary>
    public bool Contains(object variable, Instruction head, HashSet<Instruction> cycle)
    {
        // A state machine's round may end in one call and go on in another.
        if (variable is not VariableDefinition || OwnVariable.IsMoveNext(method.Method))
            return false;
        var uses = method.Code
            .Where(i => OwnVariable.Of(method.Method, i)?.Key == variable)
            .ToList();
        if (uses.Any(i => OwnVariable.UseOf(i) == OwnUse.Address))
            return false;
        var stores = uses
            .Where(i => OwnVariable.UseOf(i) == OwnUse.Store && cycle.Contains(i))
            .ToHashSet();
        var signs = stores.Select(store => Math.Sign(Step(variable, store))).Distinct().ToList();
        return signs is [1] or [-1] && !GoesRoundWithout(stores, head, cycle);
    }

    /// <summary>How much a store adds to the variable; 0 if it does anything else.</summary>
    int Step(object variable, Instruction store)
    {
        if (store.Previous is not { OpCode.Code: var operation } sum
            || operation is not (Code.Add or Code.Sub)
            || sum.Previous is not { OpCode.Code: Code.Ldc_I4, Operand: int step } constant
            || step is 0 or > LargestStep or < -LargestStep
            || constant.Previous is not { OpCode.Code: Code.Ldloc } load
            || OwnVariable.Of(method.Method, load)?.Key != variable)
            return 0;
        var code = new[] { constant, sum, store };
        // Nothing jumps in between, or what is added to might be anything.
        return method.Code.Any(i => i.Targets().Any(code.Contains))
            ? 0
            : operation == Code.Add ? step : -step;
    }

    bool GoesRoundWithout(
        HashSet<Instruction> stores, Instruction head, HashSet<Instruction> cycle)
    {
        var seen = new HashSet<Instruction>(stores);
        var pending = new Stack<Instruction>([head]);
        while (pending.TryPop(out var instruction))
        {
            if (!seen.Add(instruction))
                continue;
            foreach (var successor in flow.Successors(instruction))
            {
                if (successor == head)
                    return true;
                if (cycle.Contains(successor))
                    pending.Push(successor);
            }
        }
        return false;
    }
}
