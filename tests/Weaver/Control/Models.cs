using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Control;

/// <summary>The explorer's models, read from its assembly: see <c>ModelsAttribute</c>.</summary>
sealed class Models
{
    readonly record struct Candidate(MethodDefinition Method, string Name, bool Dropped);

    readonly ModuleDefinition module;
    readonly Replacements replacements;
    readonly Dictionary<string, List<Candidate>> byType = [];

    public Models(ModuleDefinition module, ModuleDefinition explorer, Replacements replacements)
    {
        (this.module, this.replacements) = (module, replacements);
        foreach (var type in explorer.Types)
            foreach (var attribute in type.CustomAttributes)
                if (attribute.AttributeType.Name == "ModelsAttribute")
                    Add(((TypeReference)attribute.ConstructorArguments[0].Value).FullName, type);
    }

    void Add(string modelled, TypeDefinition model)
    {
        if (!byType.TryGetValue(modelled, out var candidates))
            byType[modelled] = candidates = [];
        candidates.AddRange(model.Methods.Where(m => m is { IsPublic: true, IsStatic: true })
            .Select(m => new Candidate(m, DroppedName(m) ?? m.Name, DroppedName(m) is not null)));
    }

    static string? DroppedName(MethodDefinition method) => method.CustomAttributes
        .FirstOrDefault(a => a.AttributeType.Name == "ResultDroppedAttribute")
        ?.ConstructorArguments[0].Value as string;

    /// <summary>Begins the names of stand-ins for what an override calls as its base's.</summary>
    public const string OfBase = "base_";

    public Model? Find(MethodReference called, Instruction call, string? name = null)
    {
        var type = called.DeclaringType;
        var modelled = replacements.OriginalName(type.GetElementType().FullName);
        if (!byType.TryGetValue(modelled, out var candidates))
            return null;

        var isNew = called.Name == ".ctor";
        var arguments = Arguments(called);
        var fitting = candidates
            .Where(c => c.Name == (name ?? (isNew ? "New" : called.Name))
                && c.Method.GenericParameters.Count == arguments.Count
                && Fits(c.Method, called, hasReceiver: called.HasThis && !isNew))
            .ToList();
        var method = fitting.FirstOrDefault(c => !c.Dropped).Method;
        if (method is null)
            return null;
        var dropped = fitting.FirstOrDefault(c => c.Dropped).Method;
        return new(
            module.ImportReference(method),
            dropped is null ? null : module.ImportReference(dropped),
            arguments);
    }

    /// <summary>Whether there is a model of the type, so that it decides what members return.</summary>
    public bool Stands(MemberReference member) => byType.ContainsKey(
        replacements.OriginalName(member.DeclaringType.GetElementType().FullName));

    static List<TypeReference> Arguments(MethodReference called)
    {
        List<TypeReference> arguments = [];
        if (called.DeclaringType is GenericInstanceType type)
            arguments.AddRange(type.GenericArguments);
        if (called is GenericInstanceMethod method)
            arguments.AddRange(method.GenericArguments);
        return arguments;
    }

    /// <summary>The receiver, the parameters one by one, the site.</summary>
    bool Fits(MethodDefinition model, MethodReference called, bool hasReceiver)
    {
        var first = hasReceiver ? 1 : 0;
        if (model.Parameters.Count != first + called.Parameters.Count + 1)
            return false;
        var typeArity = called.DeclaringType is GenericInstanceType g ? g.GenericArguments.Count : 0;
        for (var i = 0; i < called.Parameters.Count; i++)
            if (Name(model.Parameters[first + i].ParameterType, 0)
                != Name(called.Parameters[i].ParameterType, typeArity))
                return false;
        return true;
    }

    /// <summary>A type's name with type parameters by number, the type's before the method's.</summary>
    string Name(TypeReference type, int typeArity) => type switch
    {
        GenericParameter p =>
            $"!{p.Position + (p.Type == GenericParameterType.Method ? typeArity : 0)}",
        GenericInstanceType g =>
            $"{Name(g.ElementType, typeArity)}<{string.Join(",", g.GenericArguments.Select(a => Name(a, typeArity)))}>",
        ArrayType a => $"{Name(a.ElementType, typeArity)}[{a.Rank}]",
        ByReferenceType b => $"{Name(b.ElementType, typeArity)}&",
        PointerType p => $"{Name(p.ElementType, typeArity)}*",
        IModifierType m => Name(m.ElementType, typeArity),
        _ => replacements.OriginalName(type.FullName),
    };
}
