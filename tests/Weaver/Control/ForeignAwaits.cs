using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Weaving.Passes;

namespace Weaving.Control;

/// <summary>
/// Members of unwoven assemblies that return an awaiter: <c>TaskAwaiter GetAwaiter()</c>.
/// In the module, the explorer's stand-in takes the place of the type, but the member still returns
/// the original: its signature keeps it, and the result is converted after the call.
/// </summary>
sealed class ForeignAwaits(ModuleWeave module, ModuleDefinition compiled, ModuleDefinition explorer)
    : IPass
{
    const string Converter = "Interleavings.Models.ForeignAwaits";

    /// <summary>The method that converts the result, by the member.</summary>
    readonly Dictionary<MemberReference, MethodReference> converters = [];

    /// <summary>While the references still say what the compiler wrote.</summary>
    public void FindCalls()
    {
        // Of a member of a generic type, each use has a reference of its own.
        var called = compiled.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.HasCode())
            .SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MethodReference>()
            .Select(m => m.GetElementMethod()).Where(m => m is not MethodDefinition).Distinct();
        foreach (var member in called)
            if (Original(member.ReturnType) is { } original
                && !module.Models.Stands(member) && !module.Replacements.Replaces(
                    member.DeclaringType.GetElementType().FullName)
                && !module.IsWoven(member.DeclaringType)
                && Convert(original) is { } converter)
            {
                converters[member] = converter;
                member.ReturnType = Copy(member.ReturnType);
            }
    }

    public void Weave(MethodWeave method)
    {
        if (converters.Count == 0)
            return;
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt
                && converters.TryGetValue(
                    ((MethodReference)instruction.Operand).GetElementMethod(), out var converter))
                method.After(instruction,
                    method.Site(instruction),
                    Instruction.Create(OpCodes.Call,
                        Close(converter, (MethodReference)instruction.Operand)));
    }

    string? Original(TypeReference type) =>
        type is not TypeSpecification or GenericInstanceType
        && module.Replacements.Replaces(type.GetElementType().FullName)
            ? type.GetElementType().FullName
            : null;

    MethodReference? Convert(string original)
    {
        var method = explorer.GetType(Converter).Methods.FirstOrDefault(m =>
            m.IsPublic && m.Parameters.Count == 2
            && m.Parameters[0].ParameterType.GetElementType().FullName == original);
        return method is null ? null : compiled.ImportReference(method);
    }

    static MethodReference Close(MethodReference converter, MethodReference called)
    {
        if (called.ResolvedReturn() is not GenericInstanceType type)
            return converter;
        var instance = new GenericInstanceMethod(converter);
        foreach (var argument in type.GenericArguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }

    /// <summary>A reference of its own, for the one that all share is about to change.</summary>
    TypeReference Copy(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            var instance = new GenericInstanceType(Copy(generic.ElementType));
            foreach (var argument in generic.GenericArguments)
                instance.GenericArguments.Add(argument);
            return instance;
        }
        var copy = new TypeReference(
            type.Namespace, type.Name, compiled, type.Scope, type.IsValueType)
        {
            DeclaringType = type.DeclaringType is null ? null : Copy(type.DeclaringType),
        };
        foreach (var parameter in type.GenericParameters)
            copy.GenericParameters.Add(new(parameter.Name, copy));
        return copy;
    }
}
