using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>Where an address on the stack may lead.</summary>
static class Addresses
{
    /// <summary>
    /// False for a struct that is no address at all, and for the address of a plain local or
    /// argument, or of a field that isn't shared. Others are asked at run time whether they lie on the operation's own stack.
    /// </summary>
    public static bool MayBeShared(StackSlot slot, StackFlow flow)
    {
        if (slot.Type is null || !slot.Type.IsAddress())
            return false;
        return slot.Producer?.OpCode.Code switch
        {
            Code.Ldloca or Code.Ldarga or Code.Localloc => false,
            Code.Ldflda or Code.Ldsflda
                when SharedFields.Skips((FieldReference)slot.Producer.Operand) => false,
            Code.Ldflda => flow.Peek(slot.Producer) is var owner
                && (owner.Type?.IsAddress() != true || MayBeShared(owner, flow)),
            _ => true,
        };
    }
}
