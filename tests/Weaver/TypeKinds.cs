using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Weaving;

/// <summary>What a type is, where the weaver has to know.</summary>
static class TypeKinds
{
    // Not yet known to Cecil 0.11: "allows ref struct" (ECMA-335 augment of .NET 9).
    const GenericParameterAttributes AllowByRefLike = (GenericParameterAttributes)0x20;

    /// <summary>Looking a type up by its name, in its assembly, takes long.</summary>
    static readonly ConditionalWeakTable<TypeReference, TypeDefinition> known = [];

    public static TypeDefinition Definition(this TypeReference type)
    {
        if (type is TypeDefinition own)
            return own;
        if (!known.TryGetValue(type, out var definition))
            known.AddOrUpdate(type, definition = type.Resolve() ?? throw new WeaveException(
                $"The type {type.FullName} of {type.Scope.Name} can't be found: are the references of the"
                + " same version?"));
        return definition;
    }

    public static FieldDefinition Definition(this FieldReference field) => field.Resolve()
        ?? throw new WeaveException(
            $"The field {field.FullName} can't be found: are the references of the same version?");

    public static bool IsStruct(this TypeReference type) => type.Plain() switch
    {
        GenericParameter or ByReferenceType or PointerType or ArrayType => false,
        FunctionPointerType => false,
        var plain => plain.IsValueType || plain.Definition().IsValueType,
    };

    /// <summary>A class, an interface, an array, a delegate: not a struct, an address or a T.</summary>
    public static bool IsReference(this TypeReference type) => type.Plain() switch
    {
        ArrayType => true,
        GenericParameter or ByReferenceType or PointerType or FunctionPointerType => false,
        { MetadataType: MetadataType.Void } => false,
        var plain => !plain.IsStruct(),
    };

    public static bool IsAddress(this TypeReference type) =>
        type.Plain() is ByReferenceType or PointerType
        || type.MetadataType is MetadataType.IntPtr or MetadataType.UIntPtr;

    public static bool IsRefStruct(this TypeReference type) => type.Plain() switch
    {
        GenericParameter p => (p.Attributes & AllowByRefLike) != 0,
        { MetadataType: MetadataType.TypedByReference } => true,
        var plain => plain.IsStruct() && Has(plain.Definition(), "IsByRefLikeAttribute"),
    };

    public static bool IsDelegate(this TypeReference type) =>
        type.IsReference() && !type.IsArray
        && type.Definition().BaseType?.FullName == "System.MulticastDelegate";

    public static bool IsException(this TypeReference type)
    {
        if (!type.IsReference() || type.IsArray)
            return false;
        for (var t = type.Definition(); t is not null; t = t.BaseType?.Definition())
            if (t.FullName == "System.Exception")
                return true;
        return false;
    }

    /// <summary>What iterators and async methods become: their fields are locals in the source.</summary>
    public static bool IsStateMachine(this TypeDefinition type) =>
        type.Name.Contains(">d__", StringComparison.Ordinal)
        // Of a local function or a lambda.
        || type.Name.StartsWith('<') && type.Name.EndsWith(">d", StringComparison.Ordinal)
        || type.Interfaces.Any(i => i.InterfaceType.Name == "IAsyncStateMachine");

    /// <summary>Made by the compiler for itself; closures are not: they hold captured variables.</summary>
    public static bool IsCompilersOwn(this TypeReference type)
    {
        for (var t = type; t is not null; t = t.DeclaringType)
            if (t.Name is "<Module>" || t.Name.StartsWith("<PrivateImpl", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Holds delegates that the compiler keeps, and nothing of the source's.</summary>
    public static bool IsDelegateCache(this TypeReference type) =>
        type.Name.StartsWith("<>", StringComparison.Ordinal)
        && !type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal);

    /// <summary>False for what the runtime fills in, [UnsafeAccessor] too.</summary>
    public static bool HasCode(this MethodDefinition method) =>
        method.HasBody && method.Body.Instructions.Count > 0;

    public static bool Has(this ICustomAttributeProvider provider, string attribute) =>
        provider.HasCustomAttributes
        && provider.CustomAttributes.Any(a => a.AttributeType.Name == attribute);
}
