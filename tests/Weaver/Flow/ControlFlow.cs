using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>Where control may go in a method, the handlers of exceptions included.</summary>
sealed class ControlFlow
{
    readonly IReadOnlyList<Instruction> code;
    readonly Dictionary<Instruction, List<Instruction>> next = [];
    readonly Dictionary<Instruction, List<Instruction>> previous = [];
    Dictionary<Instruction, Instruction?>? joins;

    public ControlFlow(MethodDefinition method, IReadOnlyList<Instruction> code)
    {
        this.code = code;
        // An iterator begins at the first target of its dispatch. An async method falls through it.
        var targetsFirst = OwnVariable.IsMoveNext(method)
            && method.DeclaringType.Interfaces.All(i => i.InterfaceType.Name != "IAsyncStateMachine");
        foreach (var instruction in code)
            (next[instruction], previous[instruction]) = ([], []);
        foreach (var instruction in code)
        {
            var targets = instruction.Targets().Distinct().ToList();
            var rest = instruction.Successors().Except(targets);
            foreach (var successor in targetsFirst ? targets.Concat(rest) : rest.Concat(targets))
                Link(instruction, successor);
        }
        foreach (var handler in method.Body.ExceptionHandlers)
            foreach (var start in new[] { handler.FilterStart, handler.HandlerStart })
                if (start is not null && next.ContainsKey(handler.TryStart))
                    Link(handler.TryStart, start);
        foreach (var handler in method.Body.ExceptionHandlers)
            LinkEnds(handler);
    }

    /// <summary>A finally goes on where its try was left for; a filter goes on in its handler.</summary>
    void LinkEnds(ExceptionHandler handler)
    {
        if (handler.FilterStart is { } filter)
            foreach (var end in Within(filter, handler.HandlerStart)
                .Where(i => i.OpCode.Code == Code.Endfilter))
                Link(end, handler.HandlerStart);
        if (handler.HandlerType != ExceptionHandlerType.Finally)
            return;
        var body = Within(handler.TryStart, handler.TryEnd).ToHashSet();
        var targets = body.Where(i => i.OpCode.Code is Code.Leave or Code.Leave_S)
            .SelectMany(i => i.Targets()).Where(t => !body.Contains(t)).Distinct().ToList();
        foreach (var end in Within(handler.HandlerStart, handler.HandlerEnd)
            .Where(i => i.OpCode.Code == Code.Endfinally))
            foreach (var target in targets)
                Link(end, target);
    }

    /// <param name="end">The first that no longer belongs to it; null for the method's end.</param>
    IEnumerable<Instruction> Within(Instruction start, Instruction? end) =>
        code.SkipWhile(i => i != start).TakeWhile(i => i != end);

    public IReadOnlyList<Instruction> Successors(Instruction instruction) => next[instruction];

    /// <summary>
    /// Where the loops begin: the targets of the edges that lead back in a depth-first walk (Aho, Lam,
    /// Sethi, Ullman, Compilers, section 9.6). Each cycle passes one of them. Of a natural loop it is
    /// the header. The dispatch of a state machine comes last, so it opens no other way in.
    /// </summary>
    public IReadOnlyList<Instruction> Heads()
    {
        var (open, done) = (new HashSet<Instruction>(), new HashSet<Instruction>());
        var heads = new List<Instruction>();
        var path = new Stack<(Instruction At, int Next)>();
        path.Push((code[0], 0));
        open.Add(code[0]);
        while (path.TryPop(out var step))
        {
            if (step.Next == next[step.At].Count)
            {
                open.Remove(step.At);
                done.Add(step.At);
                continue;
            }
            path.Push((step.At, step.Next + 1));
            var successor = next[step.At][step.Next];
            if (open.Contains(successor))
            {
                if (!heads.Contains(successor))
                    heads.Add(successor);
            }
            else if (!done.Contains(successor))
            {
                open.Add(successor);
                path.Push((successor, 0));
            }
        }
        return heads;
    }

    /// <summary>All that lies on a way from an instruction back to it.</summary>
    public HashSet<Instruction> Cycle(Instruction head)
    {
        var cycle = Walk(head, next);
        cycle.IntersectWith(Walk(head, previous));
        return cycle;
    }

    /// <summary>
    /// Where the ways that part at a branch have all come together again; null if that is nowhere.
    /// </summary>
    public Instruction? Join(Instruction branch) =>
        (joins ??= Joins()).GetValueOrDefault(branch);

    /// <summary>What may run after a branch and before its ways come together.</summary>
    public HashSet<Instruction> Between(Instruction branch, Instruction join)
    {
        var region = new HashSet<Instruction>();
        var pending = new Stack<Instruction>(next[branch]);
        while (pending.TryPop(out var instruction))
            if (instruction != join && region.Add(instruction))
                foreach (var successor in next[instruction])
                    pending.Push(successor);
        return region;
    }

    void Link(Instruction from, Instruction to)
    {
        if (!next.ContainsKey(to))
            return;
        next[from].Add(to);
        previous[to].Add(from);
    }

    static HashSet<Instruction> Walk(
        Instruction start, Dictionary<Instruction, List<Instruction>> edges)
    {
        var seen = new HashSet<Instruction>();
        var pending = new Stack<Instruction>([start]);
        while (pending.TryPop(out var instruction))
            if (seen.Add(instruction))
                foreach (var to in edges[instruction])
                    pending.Push(to);
        return seen;
    }

    /// <summary>Immediate postdominators (Cooper, Harvey, Kennedy 2001), found on reversed edges.</summary>
    Dictionary<Instruction, Instruction?> Joins()
    {
        var order = new List<Instruction>();
        var seen = new HashSet<Instruction>();
        foreach (var exit in code.Where(i => next[i].Count == 0))
            Visit(exit, seen, order);
        var rank = order.Select((i, at) => (i, at)).ToDictionary(p => p.i, p => p.at);
        var found = new Dictionary<Instruction, Instruction?>();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var instruction in Enumerable.Reverse(order))
            {
                if (next[instruction].Count == 0)
                    continue;
                Instruction? join = null;
                var isFirst = true;
                foreach (var successor in next[instruction].Where(s => rank.ContainsKey(s)))
                {
                    if (next[successor].Count > 0 && !found.ContainsKey(successor))
                        continue;
                    join = isFirst ? successor : Meet(join, successor, found, rank);
                    isFirst = false;
                }
                if (isFirst || found.TryGetValue(instruction, out var old) && old == join)
                    continue;
                found[instruction] = join;
                changed = true;
            }
        }
        return found;
    }

    /// <summary>Null stands for the end of the method, in which all exits meet.</summary>
    static Instruction? Meet(
        Instruction? one, Instruction? other, Dictionary<Instruction, Instruction?> found,
        Dictionary<Instruction, int> rank)
    {
        while (one != other)
        {
            if (one is null || other is null)
                return null;
            if (rank[one] < rank[other])
                one = found.GetValueOrDefault(one);
            else
                other = found.GetValueOrDefault(other);
        }
        return one;
    }

    void Visit(Instruction exit, HashSet<Instruction> seen, List<Instruction> order)
    {
        if (!seen.Add(exit))
            return;
        var path = new Stack<(Instruction At, int Next)>([(exit, 0)]);
        while (path.TryPop(out var step))
        {
            if (step.Next == previous[step.At].Count)
            {
                order.Add(step.At);
                continue;
            }
            path.Push((step.At, step.Next + 1));
            var before = previous[step.At][step.Next];
            if (seen.Add(before))
                path.Push((before, 0));
        }
    }
}
