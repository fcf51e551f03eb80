using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>
/// The explorer ends an execution by an exception of its own, which nobody may swallow. In a
/// filter, an exception means that it doesn't catch: just what is wanted. Handlers of other
/// exceptions are counted, because they take their time.
/// </summary>
sealed class CatchHandlers : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var handler in method.Method.Body.ExceptionHandlers)
            if (handler.HandlerType is ExceptionHandlerType.Filter or ExceptionHandlerType.Catch)
                method.Before(handler.FilterStart ?? handler.HandlerStart,
                    Instruction.Create(OpCodes.Dup),
                    Instruction.Create(OpCodes.Ldloca, method.Frame),
                    method.Hooks.Call(nameof(Hook.Caught)));
    }

}
