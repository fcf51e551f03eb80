using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>
/// Which instructions take the value that an instruction pushed, on every path. Unlike
/// <see cref="StackFlow"/>, it keeps all producers where paths meet.
/// </summary>
sealed class ValueFlow
{
    static readonly HashSet<Instruction> unknown = [];

    readonly Dictionary<Instruction, HashSet<Instruction>[]> before = [];
    readonly Dictionary<Instruction, List<(Instruction, int)>> uses = [];
    readonly Stack<Instruction> pending = [];

    public ValueFlow(MethodWeave method)
    {
        Reach(method.Code[0], []);
        foreach (var handler in method.Method.Body.ExceptionHandlers)
        {
            HashSet<Instruction>[] thrown = handler.HandlerType
                is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? [unknown] : [];
            Reach(handler.HandlerStart, thrown);
            if (handler.FilterStart is { } filter)
                Reach(filter, thrown);
        }
        while (pending.TryPop(out var instruction))
            Step(instruction);
        foreach (var (instruction, stack) in before)
            Take(instruction, stack);
    }

    /// <summary>What takes the value of a producer, and as which of its operands, from 0.</summary>
    public IReadOnlyList<(Instruction Consumer, int Operand)> Uses(Instruction producer) =>
        uses.GetValueOrDefault(producer) ?? [];

    void Step(Instruction instruction)
    {
        var stack = before[instruction];
        var after = instruction.OpCode.Code switch
        {
            Code.Dup => [.. stack, stack[^1]],
            Code.Leave or Code.Endfinally or Code.Endfilter => [],
            _ => Pushed(instruction, stack),
        };
        foreach (var next in instruction.Successors())
            Reach(next, after);
    }

    static HashSet<Instruction>[] Pushed(Instruction instruction, HashSet<Instruction>[] stack)
    {
        var kept = stack[..(stack.Length - instruction.Pops(stack.Length))];
        return instruction.Pushes() ? [.. kept, new HashSet<Instruction> { instruction }] : kept;
    }

    void Reach(Instruction instruction, HashSet<Instruction>[] stack)
    {
        if (!before.TryGetValue(instruction, out var known))
        {
            before[instruction] = stack;
            pending.Push(instruction);
            return;
        }
        if (known.Zip(stack).All(p => p.Second.IsSubsetOf(p.First)))
            return;
        before[instruction] =
            [.. known.Zip(stack, (a, b) => a.Union(b).ToHashSet())];
        pending.Push(instruction);
    }

    void Take(Instruction instruction, HashSet<Instruction>[] stack)
    {
        if (instruction.OpCode.Code == Code.Dup)
            return;
        var count = instruction.Pops(stack.Length);
        for (var operand = 0; operand < count; operand++)
            foreach (var producer in stack[stack.Length - count + operand])
            {
                if (!uses.TryGetValue(producer, out var taken))
                    uses[producer] = taken = [];
                taken.Add((instruction, operand));
            }
    }
}
