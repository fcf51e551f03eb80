using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Stops endless recursion and calls on threads that aren't explored, and uses the type where that
/// makes the runtime initialize it. Not a pass: it comes before everything, the target of a branch to
/// the first instruction too, lest a loop enter the method again each time round.
/// </summary>
static class Entry
{
    public static IReadOnlyList<Instruction> Hook(MethodWeave method) =>
    [
        .. Name(method) is { } hook
            ?
            [
                .. hook == nameof(Interleavings.Hooks.Hook.Enter)
                    ?
                    [
                        Instruction.Create(OpCodes.Ldloca, method.Frame),
                        Instruction.Create(OpCodes.Ldc_I4, Weight(method)),
                    ]
                    : (Instruction[])[],
                method.Site(method.Code[0]),
                method.Hooks.Call(hook),
            ]
            : (Instruction[])[],
        .. Self(method) is { } type
            ?
            [
                Instruction.Create(OpCodes.Ldarg, method.Method.Body.ThisParameter),
                method.Hooks.Call(nameof(Interleavings.Hooks.Hook.Self), type),
            ]
            : (Instruction[])[],
        .. StaticFields.NumberFor(method.Method, method.Module) is { } number
            ? method.Uses(number, method.Code[0])
            : [],
    ];

    /// <summary>Whether the call is counted from there on, and so has to be until it returns.</summary>
    public static bool IsCounted(IReadOnlyList<Instruction> entry) => entry.Any(i =>
        i.Operand is MethodReference { Name: nameof(Interleavings.Hooks.Hook.Enter) });

    /// <summary>
    /// Where the explorer ends many nested calls by an exception, each handler that throws it anew keeps
    /// some kilobytes of the stack, and the iterators of a foreach dispose each other.
    /// </summary>
    static int Weight(MethodWeave method) =>
        Weight(method.Method) | (Recursion.AlwaysCalls(method) ? Interleavings.Hooks.Hook.AlwaysCalls : 0);

    static int Weight(MethodDefinition method) =>
        method.DeclaringType.IsStateMachine() ? 10
        : method.Body.ExceptionHandlers.Any(h =>
            h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter) ? 4
        : 1;

    /// <summary>The struct behind <c>this</c>, where others may call the method.</summary>
    static TypeReference? Self(MethodWeave method) =>
        method.Method is { IsStatic: false, IsConstructor: false, DeclaringType: var type }
        && type.IsValueType && !type.IsRefStruct() && !type.IsStateMachine()
        && type.Fields.Any(f => !f.IsStatic) && method.Module.Callbacks.Includes(method.Method)
            ? type.OnItself()
            : null;

    static string? Name(MethodWeave method)
    {
        if (StaticFields.IsInitializer(method.Method))
            return null;
        // What it takes from the stack, it gives back when it returns.
        var isLeaf = method.Code.All(i =>
            i.OpCode.FlowControl != FlowControl.Call && i.OpCode.Code != Code.Localloc);
        return !isLeaf ? nameof(Interleavings.Hooks.Hook.Enter)
            : method.Module.Callbacks.Includes(method.Method)
                ? nameof(Interleavings.Hooks.Hook.EnterLeaf)
                : null;
    }

    public static void Insert(MethodBody body, IReadOnlyList<Instruction> entry)
    {
        if (entry.Count == 0)
            return;
        var points = body.Method.DebugInformation.SequencePoints;
        // Optimised code may be said to fail at offset 0, which must have a line.
        if (points.Count > 0 && points[0].Offset == 0)
            points[0] = At(entry[0], points[0]);
        for (var i = 0; i < entry.Count; i++)
            body.Instructions.Insert(i, entry[i]);
    }

    static SequencePoint At(Instruction instruction, SequencePoint point) =>
        new(instruction, point.Document)
        {
            StartLine = point.StartLine,
            StartColumn = point.StartColumn,
            EndLine = point.EndLine,
            EndColumn = point.EndColumn,
        };
}
