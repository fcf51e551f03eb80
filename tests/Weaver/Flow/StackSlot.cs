using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Flow;

/// <summary>What lies on the evaluation stack.</summary>
/// <param name="Type">As far as known; null for <c>null</c> itself.</param>
/// <param name="Producer">What pushed it; null where several paths meet.</param>
readonly record struct StackSlot(TypeReference? Type, Instruction? Producer)
{
    /// <summary>Where two paths meet, only what they agree on is known.</summary>
    public StackSlot Meet(StackSlot other) =>
        new(Type ?? other.Type, Producer == other.Producer ? Producer : null);
}
