using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>
/// The explorer ends an execution by an exception of its own, which nobody may swallow. In a
/// filter, an exception means that it doesn't catch: just what is wanted.
/// </summary>
sealed class CatchHandlers : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var handler in method.Method.Body.ExceptionHandlers)
            if (CatchesEverything(handler))
                method.Before(handler.FilterStart ?? handler.HandlerStart,
                    Instruction.Create(OpCodes.Dup),
                    method.Hooks.Call(nameof(Hook.Caught)));
    }

    static bool CatchesEverything(ExceptionHandler handler) => handler.HandlerType switch
    {
        ExceptionHandlerType.Filter => true,
        ExceptionHandlerType.Catch => handler.CatchType is GenericParameter
            || handler.CatchType.FullName is "System.Exception" or "System.Object",
        _ => false,
    };
}
