using Mono.Cecil;

namespace Verification;

/// <summary>Whether a method may use a member (ECMA-335 I.8.5.3).</summary>
sealed class Visibility(MethodDefinition user)
{
    public bool Sees(MethodReference method)
    {
        if (method.DeclaringType is ArrayType)
            return true;
        var definition = method.Resolve() ?? throw new UnresolvedException(method);
        return Sees(definition.DeclaringType) && Sees(definition.DeclaringType, definition.IsPrivate,
            definition.IsFamily || definition.IsFamilyOrAssembly || definition.IsFamilyAndAssembly,
            definition.IsAssembly || definition.IsFamilyOrAssembly, definition.IsPublic);
    }

    public bool Sees(FieldReference field)
    {
        var definition = field.Resolve() ?? throw new UnresolvedException(field);
        return Sees(definition.DeclaringType) && Sees(definition.DeclaringType, definition.IsPrivate,
            definition.IsFamily || definition.IsFamilyOrAssembly || definition.IsFamilyAndAssembly,
            definition.IsAssembly || definition.IsFamilyOrAssembly, definition.IsPublic);
    }

    public bool Sees(TypeDefinition type) => type.DeclaringType is not { } owner
        ? type.IsPublic || IsFriend(type.Module)
        : Sees(owner) && Sees(owner, type.IsNestedPrivate,
            type.IsNestedFamily || type.IsNestedFamilyOrAssembly || type.IsNestedFamilyAndAssembly,
            type.IsNestedAssembly || type.IsNestedFamilyOrAssembly, type.IsNestedPublic);

    bool Sees(TypeDefinition owner, bool isPrivate, bool isFamily, bool isAssembly, bool isPublic)
    {
        if (isPublic || IsWithin(owner))
            return true;
        if (isPrivate)
            return false;
        return isAssembly && IsFriend(owner.Module) || isFamily && IsHeir(owner);
    }

    bool IsWithin(TypeDefinition owner)
    {
        for (var type = user.DeclaringType; type is not null; type = type.DeclaringType)
            if (type == owner)
                return true;
        return false;
    }

    bool IsHeir(TypeDefinition owner)
    {
        for (var type = user.DeclaringType; type is not null; type = type.DeclaringType)
            for (var heir = type; heir is not null; heir = heir.BaseType?.Resolve())
                if (heir.FullName == owner.FullName)
                    return true;
        return false;
    }

    bool IsFriend(ModuleDefinition home) => home == user.Module
        || home.Assembly.Name.Name == user.Module.Assembly.Name.Name
        || home.Assembly.CustomAttributes.Any(a =>
            a.AttributeType.Name == "InternalsVisibleToAttribute"
            && ((string)a.ConstructorArguments[0].Value).Split(',')[0].Trim()
                == user.Module.Assembly.Name.Name)
        || user.Module.Assembly.CustomAttributes.Any(a =>
            a.AttributeType.Name == "IgnoresAccessChecksToAttribute");
}
