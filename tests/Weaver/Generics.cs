using Mono.Cecil;

namespace Weaving;

/// <summary>Types as the code at hand sees them: type parameters replaced by their arguments.</summary>
static class Generics
{
    public static TypeReference ResolvedType(this FieldReference field) =>
        Plain(Resolve(field.FieldType, field.DeclaringType, null));

    public static TypeReference ResolvedReturn(this MethodReference method) =>
        Resolve(method.ReturnType, method.DeclaringType, method as GenericInstanceMethod);

    public static TypeReference ResolvedParameter(this MethodReference method, int index) =>
        Resolve(method.Parameters[index].ParameterType, method.DeclaringType,
            method as GenericInstanceMethod);

    /// <summary>Without modifiers: <c>volatile</c>, <c>in</c>, <c>fixed</c>.</summary>
    public static TypeReference Plain(this TypeReference type) =>
        type is IModifierType or PinnedType ? Plain(((TypeSpecification)type).ElementType) : type;

    /// <summary>The type inside its own body: <c>Box&lt;!0&gt;</c> for <c>Box`1</c>.</summary>
    public static TypeReference OnItself(this TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var instance = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            instance.GenericArguments.Add(parameter);
        return instance;
    }

    /// <summary>The member as code of its own type refers to it.</summary>
    public static MethodReference OnItself(this MethodDefinition method)
    {
        if (!method.DeclaringType.HasGenericParameters)
            return method;
        var reference = new MethodReference(
            method.Name, method.ReturnType, method.DeclaringType.OnItself())
        {
            HasThis = method.HasThis,
        };
        foreach (var parameter in method.Parameters)
            reference.Parameters.Add(new(parameter.ParameterType));
        return reference;
    }

    public static FieldReference OnItself(this FieldDefinition field) =>
        field.DeclaringType.HasGenericParameters
            ? new FieldReference(field.Name, field.FieldType, field.DeclaringType.OnItself())
            : field;

    public static bool MentionsParameter(this TypeReference type, GenericParameterType kind) =>
        type switch
        {
            GenericParameter p => p.Type == kind,
            GenericInstanceType g => g.GenericArguments.Any(a => a.MentionsParameter(kind)),
            TypeSpecification s => s.ElementType.MentionsParameter(kind),
            _ => false,
        };

    static TypeReference Resolve(
        TypeReference type, TypeReference owner, GenericInstanceMethod? method) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } p =>
            owner is GenericInstanceType g ? g.GenericArguments[p.Position] : p,
        GenericParameter p => method is null ? p : method.GenericArguments[p.Position],
        GenericInstanceType g => Instance(g, a => Resolve(a, owner, method)),
        ArrayType { IsVector: true } a => new ArrayType(Resolve(a.ElementType, owner, method)),
        ArrayType a => new ArrayType(Resolve(a.ElementType, owner, method), a.Rank),
        ByReferenceType b => new ByReferenceType(Resolve(b.ElementType, owner, method)),
        PointerType p => new PointerType(Resolve(p.ElementType, owner, method)),
        IModifierType m => Resolve(m.ElementType, owner, method),
        _ => type,
    };

    static GenericInstanceType Instance(
        GenericInstanceType type, Func<TypeReference, TypeReference> resolve)
    {
        var instance = new GenericInstanceType(type.ElementType);
        foreach (var argument in type.GenericArguments)
            instance.GenericArguments.Add(resolve(argument));
        return instance;
    }
}
