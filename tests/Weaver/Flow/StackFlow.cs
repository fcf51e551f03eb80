using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>The evaluation stack before each instruction of a method, on every path to it.</summary>
sealed class StackFlow
{
    readonly Dictionary<Instruction, StackSlot[]> before = [];
    readonly Stack<Instruction> pending = [];

    public StackFlow(MethodDefinition method)
    {
        var types = new ResultTypes(method);
        Reach(method.Body.Instructions[0], []);
        foreach (var handler in method.Body.ExceptionHandlers)
            ReachHandler(handler, method.Module.TypeSystem.Object);

        while (pending.TryPop(out var instruction))
        {
            var after = After(instruction, before[instruction], types);
            foreach (var next in instruction.Successors())
                Reach(next, after);
        }
    }

    /// <summary>False for code that no path leads to: it never runs.</summary>
    public bool Reaches(Instruction instruction) => before.ContainsKey(instruction);

    /// <summary>The slot <paramref name="depth"/> below the top of the stack.</summary>
    public StackSlot Peek(Instruction instruction, int depth = 0) => before[instruction][^(depth + 1)];

    /// <summary>How many slots there are.</summary>
    public int Depth(Instruction instruction) => before[instruction].Length;

    void ReachHandler(ExceptionHandler handler, TypeReference anything)
    {
        StackSlot[] thrown = handler.HandlerType switch
        {
            ExceptionHandlerType.Catch => [new(handler.CatchType, null)],
            ExceptionHandlerType.Filter => [new(anything, null)],
            _ => [],
        };
        Reach(handler.HandlerStart, thrown);
        if (handler.FilterStart is { } filter)
            Reach(filter, thrown);
    }

    void Reach(Instruction instruction, StackSlot[] stack)
    {
        if (!before.TryGetValue(instruction, out var known))
        {
            before[instruction] = stack;
            pending.Push(instruction);
            return;
        }
        if (known.Length != stack.Length)
            throw new WeaveException(
                $"The stack's depth at IL_{instruction.Offset:x4} differs between paths.");
        var met = known.Zip(stack, (a, b) => a.Meet(b)).ToArray();
        if (met.SequenceEqual(known))
            return;
        before[instruction] = met;
        pending.Push(instruction);
    }

    static StackSlot[] After(Instruction instruction, StackSlot[] stack, ResultTypes types)
    {
        if (instruction.OpCode.Code is Code.Dup)
            return [.. stack, stack[^1]];
        if (instruction.OpCode.Code is Code.Leave or Code.Endfinally or Code.Endfilter)
            return [];
        var kept = stack.Length - instruction.Pops(stack.Length);
        return instruction.Pushes()
            ? [.. stack[..kept], new(types.Of(instruction, stack), instruction)]
            : stack[..kept];
    }
}
