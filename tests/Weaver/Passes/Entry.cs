using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
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
            ? [method.Site(method.Code[0]), method.Hooks.Call(hook)]
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
        var isLeaf = method.Code.All(i => i.OpCode.FlowControl != FlowControl.Call);
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
