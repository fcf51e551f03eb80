using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Weaving.Control;

/// <summary>Methods that other assemblies may call: by a delegate, or as an override.</summary>
sealed class Callbacks
{
    readonly HashSet<MethodDefinition> targets;

    /// <summary>Looks at every method before any is woven.</summary>
    public Callbacks(ModuleDefinition compiled) =>
        targets = [.. compiled.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.HasCode())
            .SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode.Code is Code.Ldftn or Code.Ldvirtftn)
            .Select(i => ((MethodReference)i.Operand).GetElementMethod())
            .Select(called => called as MethodDefinition ?? Own(called, compiled))
            .OfType<MethodDefinition>()];

    public bool Includes(MethodDefinition method) =>
        method is { IsVirtual: true, IsStatic: false } || targets.Contains(method);

    /// <summary>Of a generic type: the method itself, if it is of this module.</summary>
    static MethodDefinition? Own(MethodReference called, ModuleDefinition compiled) =>
        called.DeclaringType.Scope == compiled ? called.Resolve() : null;
}
