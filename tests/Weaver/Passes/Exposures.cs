using Interleavings.Hooks;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>
/// Constructors that let others have the object before it is done: see <c>Constructions</c>.
/// </summary>
sealed class Exposures : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var way in method.Module.Constructions.Of(method.Method))
            if (method.BaseCall is null || way.Offset > method.BaseCall.Offset)
                method.Before(way,
                    Instruction.Create(OpCodes.Ldarg, method.Method.Body.ThisParameter),
                    method.Hooks.Call(nameof(Hook.Exposes)));
    }
}
