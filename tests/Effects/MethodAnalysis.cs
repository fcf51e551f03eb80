using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Effects;

/// <summary>
/// Follows the references in one method's code. Branches are not told apart, and neither are the
/// fields of an object: a parameter itself is one place, and all that can be reached from it is
/// another; each object that is made here is one, too. (Salcianu and Rinard, <em>Purity and Side
/// ParameterEffects Analysis for Java Programs</em>, VMCAI 2005, in a much coarser form.)
/// </summary>
sealed partial class MethodAnalysis
{
    readonly MethodDefinition method;
    readonly MethodEffects summary;
    readonly Func<MethodDefinition, MethodEffects> summaryOf;
    readonly Framework framework;
    readonly int parameters;
    readonly int variables;
    readonly Dictionary<int, Places> contents = [];
    readonly Dictionary<Instruction, int> sites = [];
    readonly Dictionary<Instruction, List<Places>> stacks = [];
    bool changed;

    public MethodAnalysis(MethodDefinition method, MethodEffects summary, Framework framework,
        Func<MethodDefinition, MethodEffects> summaryOf)
    {
        (this.method, this.summary, this.framework, this.summaryOf) = (method, summary, framework, summaryOf);
        parameters = method.Parameters.Count + (method.HasThis ? 1 : 0);
        variables = parameters + method.Body.Variables.Count;
    }

    int Static => 2 * parameters;

    int Variable(int index) => 2 * parameters + 1 + index;

    bool IsVariable(int id) => id > Static && id <= Static + variables;

    public void Run()
    {
        for (var i = 0; i < parameters; i++)
            contents[Variable(i)] = Initial(i);
        // Each round follows what the one before has stored.
        for (var round = 0; round < 6; round++)
        {
            changed = false;
            stacks.Clear();
            Round();
            if (!changed)
                break;
        }
    }

    Places Initial(int index)
    {
        var type = index == 0 && method.HasThis ? null
            : method.Parameters[index - (method.HasThis ? 1 : 0)].ParameterType;
        return type is null ? Places.Of(2 * index)
            : Leads.Nowhere(type) ? Places.None
            : type is ByReferenceType or PointerType || !Leads.IsStruct(type) ? Places.Of(2 * index)
            : Places.Of(2 * index + 1);
    }

    void Round()
    {
        List<Places>? stack = [];
        var handlers = method.Body.ExceptionHandlers
            .SelectMany(h => h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter
                ? new[] { h.HandlerStart, h.FilterStart } : [])
            .OfType<Instruction>().ToHashSet();
        foreach (var at in method.Body.Instructions)
        {
            if (handlers.Contains(at))
                stack = [Places.None];
            else if (stacks.TryGetValue(at, out var jumped))
                stack = stack is null || stack.Count != jumped.Count ? [.. jumped]
                    : [.. stack.Zip(jumped, (a, b) => a | b)];
            stack ??= [];
            Step(at, stack);
            switch (at.Operand)
            {
                case Instruction target: Jump(target, stack); break;
                case Instruction[] targets:
                    foreach (var target in targets)
                        Jump(target, stack);
                    break;
            }
            if (at.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
                stack = null;
        }
    }

    void Jump(Instruction target, List<Places> stack) =>
        stacks[target] = stacks.TryGetValue(target, out var known) && known.Count == stack.Count
            ? [.. known.Zip(stack, (a, b) => a | b)] : [.. stack];

    static Places Pop(List<Places> stack)
    {
        if (stack.Count == 0)
            return Places.None;
        var top = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return top;
    }
}
