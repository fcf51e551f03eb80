using Interleavings.Hooks;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Stops endless recursion. Not a pass: it comes before everything, the target of a branch to the
/// first instruction too, lest a loop enter the method again each time round.
/// </summary>
static class Entry
{
    public static IReadOnlyList<Instruction> Hook(MethodWeave method)
    {
        var isLeaf = method.Code.All(i => i.OpCode.FlowControl != FlowControl.Call);
        return isLeaf || StaticFields.IsInitialiser(method.Method)
            ? []
            : [method.Site(method.Code[0]), method.Hooks.Call(nameof(Interleavings.Hooks.Hook.Enter))];
    }

    public static void Insert(MethodBody body, IReadOnlyList<Instruction> entry)
    {
        for (var i = 0; i < entry.Count; i++)
            body.Instructions.Insert(i, entry[i]);
    }
}
