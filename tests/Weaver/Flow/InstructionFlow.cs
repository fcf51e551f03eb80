using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>Where control and the stack go at one instruction.</summary>
static class InstructionFlow
{
    public static IEnumerable<Instruction> Targets(this Instruction instruction) =>
        instruction.Operand switch
        {
            Instruction target => [target],
            Instruction[] targets => targets,
            _ => [],
        };

    public static IEnumerable<Instruction> Successors(this Instruction instruction)
    {
        var falls = instruction.OpCode.FlowControl
            is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
        return falls && instruction.Next is { } next
            ? instruction.Targets().Append(next)
            : instruction.Targets();
    }

    public static bool IsPrefix(this Instruction instruction) =>
        instruction.OpCode.OpCodeType == OpCodeType.Prefix;

    public static bool Pushes(this Instruction instruction) =>
        instruction.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 => false,
            StackBehaviour.Varpush => ((IMethodSignature)instruction.Operand).ReturnType.Plain()
                .MetadataType != MetadataType.Void,
            _ => true,
        };

    public static int Pops(this Instruction instruction, int depth) =>
        instruction.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
            StackBehaviour.PopAll => depth,
            StackBehaviour.Varpop when instruction.OpCode.Code is Code.Ret => depth,
            StackBehaviour.Varpop => Arguments(instruction),
            StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi => 3,
            StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4 => 3,
            StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
            _ => 2,
        };

    static int Arguments(Instruction call)
    {
        var signature = (IMethodSignature)call.Operand;
        var receiver = signature.HasThis && call.OpCode.Code != Code.Newobj ? 1 : 0;
        var pointer = call.OpCode.Code == Code.Calli ? 1 : 0;
        return signature.Parameters.Count + receiver + pointer;
    }
}
