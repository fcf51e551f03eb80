using Mono.Cecil;

namespace Verification;

/// <summary>Members as the code at hand sees them: type parameters replaced by their arguments.</summary>
static class Substitution
{
    public static TypeReference Type(FieldReference field) =>
        In(field.FieldType, field.DeclaringType, null);

    public static TypeReference Return(MethodReference method) =>
        In(method.ReturnType, method.DeclaringType, method as GenericInstanceMethod);

    public static TypeReference Parameter(MethodReference method, int index) => In(
        method.Parameters[index].ParameterType, method.DeclaringType, method as GenericInstanceMethod);

    /// <summary>The type inside its own body: <c>Box&lt;!0&gt;</c> for <c>Box`1</c>.</summary>
    public static TypeReference OnItself(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var instance = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            instance.GenericArguments.Add(parameter);
        return instance;
    }

    public static TypeReference In(
        TypeReference type, TypeReference? owner, GenericInstanceMethod? method) => type switch
    {
        GenericParameter { Type: GenericParameterType.Type } p =>
            owner is GenericInstanceType g ? g.GenericArguments[p.Position] : p,
        GenericParameter p => method is null ? p : method.GenericArguments[p.Position],
        GenericInstanceType g => Instance(g, owner, method),
        ArrayType { IsVector: true } a => new ArrayType(In(a.ElementType, owner, method)),
        ArrayType a => new ArrayType(In(a.ElementType, owner, method), a.Rank),
        ByReferenceType b => new ByReferenceType(In(b.ElementType, owner, method)),
        PointerType p => new PointerType(In(p.ElementType, owner, method)),
        IModifierType or PinnedType or SentinelType => In(type.Plain(), owner, method),
        _ => type,
    };

    static GenericInstanceType Instance(
        GenericInstanceType type, TypeReference? owner, GenericInstanceMethod? method)
    {
        var instance = new GenericInstanceType(type.ElementType);
        foreach (var argument in type.GenericArguments)
            instance.GenericArguments.Add(In(argument, owner, method));
        return instance;
    }
}
