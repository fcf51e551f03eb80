using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Each round of a loop passes a hook at its head. There, an endless loop is stopped, and a round that
/// changed nothing, not even a local that the next one reads, becomes a wait: for a change of
/// something that it read. The hook sees what the round did to others; the code added here compares
/// the locals with those of the round before.
/// </summary>
sealed class Loops : IPass
{
    public void Weave(MethodWeave method)
    {
        if (method.Code.All(i => i.Targets().All(t => t.Offset > i.Offset)))
            return;
        var flow = new ControlFlow(method.Method, method.Code);
        var filled = Liveness.Filled(method);
        PauseLengths? pauses = null;
        var counters = new Counters(method, flow);
        var heads = flow.Heads();
        // Each cycle has a head. An iterator also goes back where there is none: it has handed out an item.
        var back = method.Code
            .SelectMany(b => b.Targets().Where(t => t.Offset <= b.Offset), (b, t) => (Branch: b, Target: t))
            .DistinctBy(edge => edge.Target)
            .Where(edge => !flow.Cycle(edge.Target).Contains(edge.Branch));
        foreach (var (branch, target) in back)
            method.Before(target, method.Site(branch), method.Hooks.Call(nameof(Hook.Loop)));
        foreach (var head in heads)
        {
            var cycle = flow.Cycle(head);
            var kept = Carried(method, head, cycle, filled)
                .Where(v => !(pauses ??= new(method, flow)).Contains(v.Key))
                .ToList();
            if (kept.Any(v => counters.Contains(v.Key, head, cycle)))
            {
                method.Before(head, Counted(method, head, cycle));
                continue;
            }
            // What stackalloc made has no variable that could be compared.
            var canCompare = kept.All(v => IsComparable(v.Type))
                && !(method.Code.Any(i => i.OpCode.Code == Code.Localloc)
                    && KeepsReference(method, head, filled));
            method.Before(head, Round(method, head, cycle, kept, canCompare));
        }
    }

    /// <summary>The variables that a round may change and a later one may read.</summary>
    static List<OwnVariable> Carried(
        MethodWeave method, Instruction head, HashSet<Instruction> cycle,
        HashSet<Instruction> filled)
    {
        // An async method also goes on at its dispatch, which no cycle contains.
        IEnumerable<Instruction> code = OwnVariable.IsMoveNext(method.Method) ? method.Code : cycle;
        var referred = KeepsReference(method, head, filled)
            ? Addressed(method).Where(v => IsComparable(v.Type)) : [];
        return [.. code
            .Where(i => OwnVariable.UseOf(i) is OwnUse.Store or OwnUse.Address)
            .Select(i => OwnVariable.Of(method.Method, i))
            .OfType<OwnVariable>()
            .DistinctBy(v => v.Key)
            .Where(v => Liveness.IsLive(method.Method, v.Key, head, filled))
            .Concat(referred)
            .DistinctBy(v => v.Key)];
    }

    /// <summary>A loop that counts never waits: it has nothing to compare.</summary>
    static IEnumerable<Instruction> Counted(
        MethodWeave method, Instruction head, HashSet<Instruction> cycle) =>
        [
            .. LoopState.Of(method, method.Hooks.LoopRound).LoadAddress(),
            method.Site(Back(method, head, cycle)),
            method.Hooks.Call(nameof(Hook.LoopHead)),
            Instruction.Create(OpCodes.Pop),
        ];

    static IEnumerable<Instruction> Round(
        MethodWeave method, Instruction head, HashSet<Instruction> cycle, List<OwnVariable> carried,
        bool canCompare)
    {
        var site = method.Site(Back(method, head, cycle));
        var round = LoopState.Of(method, method.Hooks.LoopRound);
        var skip = Instruction.Create(OpCodes.Nop);
        List<Instruction> code =
        [
            .. round.LoadAddress(), Copy(site), method.Hooks.Call(nameof(Hook.LoopHead)),
            Instruction.Create(OpCodes.Brfalse, skip),
        ];
        foreach (var variable in Addressed(method))
            code.AddRange(
            [
                .. round.LoadAddress(), .. Address(method, variable),
                method.Hooks.Call(nameof(Hook.Owns), variable.Type.Plain()),
            ]);
        code.AddRange(round.LoadAddress());
        code.Add(Instruction.Create(OpCodes.Ldc_I4, canCompare ? 1 : 0));
        foreach (var variable in canCompare ? carried : [])
        {
            var before = LoopState.Of(method, variable.Type);
            code.AddRange(Address(method, variable));
            code.AddRange(before.LoadAddress());
            code.Add(method.Hooks.Call(nameof(Hook.IsAsBefore), variable.Type.Plain()));
            code.Add(Instruction.Create(OpCodes.And));
        }
        code.AddRange([Copy(site), method.Hooks.Call(nameof(Hook.LoopRound)), skip]);
        return code;
    }

    /// <summary>
    /// Whether a reference, a pointer or a span was made before the round, and may be used in it:
    /// through it, any variable of the method whose address is taken may change, wherever that was.
    /// </summary>
    static bool KeepsReference(MethodWeave method, Instruction head, HashSet<Instruction> filled) =>
        method.Method.Body.Variables.Any(v =>
            !IsComparable(v.VariableType) && Liveness.IsLive(method.Method, v, head, filled));

    /// <summary>Variables on the stack that a callee may change.</summary>
    static IEnumerable<OwnVariable> Addressed(MethodWeave method) => method.Code
        .Where(i => i.OpCode.Code is Code.Ldloca or Code.Ldarga)
        .Select(i => OwnVariable.Of(method.Method, i))
        .OfType<OwnVariable>()
        .DistinctBy(v => v.Key);

    static Instruction Copy(Instruction literal) =>
        Instruction.Create(OpCodes.Ldstr, (string)literal.Operand);

    /// <summary>The jump back, by which a reader knows a loop: the line of its condition.</summary>
    static Instruction Back(MethodWeave method, Instruction head, HashSet<Instruction> cycle) =>
        method.Code.FirstOrDefault(i => i.Targets().Contains(head) && i.Offset >= head.Offset)
        ?? method.Code.FirstOrDefault(i => i.Offset >= head.Offset && cycle.Contains(i)
            && i.Targets().Any(t => t.Offset <= i.Offset && cycle.Contains(t)))
        ?? head;

    static IEnumerable<Instruction> Address(MethodWeave method, OwnVariable variable) =>
        variable.Key switch
        {
            VariableDefinition local => [Instruction.Create(OpCodes.Ldloca, local)],
            ParameterDefinition parameter => [Instruction.Create(OpCodes.Ldarga, parameter)],
            var field => LoopState.AddressOf(method, (FieldDefinition)field),
        };

    static bool IsComparable(TypeReference type) =>
        type.Plain() is not (ByReferenceType or PointerType or FunctionPointerType)
        && type is not PinnedType && !type.IsRefStruct();
}
