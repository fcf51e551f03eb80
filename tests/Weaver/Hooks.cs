using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>Calls of the explorer's <see cref="Hook"/>, as instructions.</summary>
sealed class Hooks
{
    readonly Dictionary<string, MethodReference> methods;

    public Hooks(ModuleDefinition module, ModuleDefinition explorer) =>
        methods = explorer.GetType(typeof(Hook).FullName).Methods
            .Where(m => m.IsPublic)
            .ToDictionary(m => m.Name, m => module.ImportReference(m));

    public Instruction Call(string name) => Instruction.Create(OpCodes.Call, methods[name]);

    public Instruction Call(string name, params IEnumerable<TypeReference> arguments)
    {
        var instance = new GenericInstanceMethod(methods[name]);
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return Instruction.Create(OpCodes.Call, instance);
    }

    /// <summary>The type of the variable in which a loop keeps its round.</summary>
    public TypeReference LoopRound =>
        ((ByReferenceType)methods[nameof(Hook.LoopRound)].Parameters[0].ParameterType).ElementType;

    /// <summary>The type of the delegate that <see cref="Hook.Statics"/> takes.</summary>
    public TypeReference Action => methods[nameof(Hook.Statics)].Parameters[0].ParameterType;
}
