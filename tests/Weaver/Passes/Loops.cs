using Interleavings.Hooks;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Each round of a loop passes a hook on its way back: an endless one is stopped there, and one
/// that only reads waits there until there is something new to read.
/// </summary>
sealed class Loops : IPass
{
    public void Weave(MethodWeave method)
    {
        var spins = SpinLoops.In(method);
        foreach (var loop in spins)
            foreach (var entrance in loop.Entrances)
                method.Before(entrance, method.Hooks.Call(nameof(Hook.SpinHead)));

        foreach (var branch in method.Code)
        {
            var back = branch.Targets().Where(t => t.Offset <= branch.Offset).Distinct().ToList();
            if (back.Count == 0)
                continue;
            var hook = spins.Any(s => s.BackEdges.Contains(branch))
                ? nameof(Hook.SpinBack)
                : nameof(Hook.Loop);
            if (branch.OpCode.FlowControl == FlowControl.Branch)
                method.Before(branch, method.Site(branch), method.Hooks.Call(hook));
            else
                method.Replace(branch, Detour(method, branch, back, hook));
        }
    }

    /// <summary>
    /// Where the branch may fall through, only the way back passes the hook: <c>brtrue stub; br
    /// next; stub: hook; br head; next:</c>.
    /// </summary>
    static List<Instruction> Detour(
        MethodWeave method, Instruction branch, List<Instruction> back, string hook)
    {
        var stubs = back.ToDictionary(head => head, _ => method.Site(branch));
        var redirected = Instruction.Create(OpCodes.Nop);
        redirected.OpCode = branch.OpCode;
        redirected.Operand = branch.Operand is Instruction[] all
            ? all.Select(t => stubs.GetValueOrDefault(t, t)).ToArray()
            : stubs[(Instruction)branch.Operand];

        List<Instruction> detour = [redirected, Instruction.Create(OpCodes.Br, branch.Next)];
        foreach (var (head, stub) in stubs)
            detour.AddRange(
                [stub, method.Hooks.Call(hook), Instruction.Create(OpCodes.Br, head)]);
        return detour;
    }
}
