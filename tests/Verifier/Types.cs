using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Verification;

/// <summary>Types as the verifier compares them.</summary>
static class Types
{
    // Not yet known to Cecil 0.11: "allows ref struct" (ECMA-335 augment of .NET 9).
    const GenericParameterAttributes AllowByRefLike = (GenericParameterAttributes)0x20;

    static readonly ConditionalWeakTable<TypeReference, string> ids = [];

    /// <summary>Without modifiers: <c>volatile</c>, <c>in</c>, <c>fixed</c>.</summary>
    public static TypeReference Plain(this TypeReference type) =>
        type is IModifierType or PinnedType or SentinelType
            ? Plain(((TypeSpecification)type).ElementType)
            : type;

    /// <summary>Equal for equal types; type parameters by number, the method's with two marks.</summary>
    public static string Id(this TypeReference type) => ids.GetValue(type, MakeId);

    static string MakeId(TypeReference type) => type switch
    {
        GenericParameter p => (p.Type == GenericParameterType.Method ? "!!" : "!") + p.Position,
        GenericInstanceType g =>
            $"{g.ElementType.Id()}<{string.Join(",", g.GenericArguments.Select(Id))}>",
        ArrayType a => $"{a.ElementType.Id()}[{(a.IsVector ? "" : $"*{a.Rank}")}]",
        ByReferenceType b => $"{b.ElementType.Id()}&",
        PointerType p => $"{p.ElementType.Id()}*",
        IModifierType or PinnedType or SentinelType => Id(type.Plain()),
        _ => type.FullName,
    };

    /// <summary>
    /// The same for types that an address can't tell apart: <c>bool</c> and <c>sbyte</c>, an enum and
    /// what is under it (ECMA-335 I.8.7.1, the verification type).
    /// </summary>
    public static string ReducedId(this TypeReference type)
    {
        var plain = type.Plain();
        return plain.Underlying().MetadataType switch
        {
            MetadataType.Boolean or MetadataType.Byte or MetadataType.SByte => "8",
            MetadataType.Char or MetadataType.Int16 or MetadataType.UInt16 => "16",
            MetadataType.Int32 or MetadataType.UInt32 => "32",
            MetadataType.Int64 or MetadataType.UInt64 => "64",
            // What code does with pointers, no verifier vouches for.
            MetadataType.IntPtr or MetadataType.UIntPtr or MetadataType.Pointer
                or MetadataType.FunctionPointer => "native",
            _ => plain.Id(),
        };
    }

    public static TypeDefinition Definition(this TypeReference type) => type.Resolve()
        ?? throw new UnresolvedException(type);

    /// <summary>What is under an enum; any other type itself.</summary>
    public static TypeReference Underlying(this TypeReference type) =>
        type is TypeSpecification and not GenericInstanceType or GenericParameter || type.MetadataType
            is not (MetadataType.ValueType or MetadataType.Class or MetadataType.GenericInstance)
        || type.Definition() is not { IsEnum: true } definition
            ? type
            : definition.Fields.First(f => !f.IsStatic).FieldType;

    public static bool IsStruct(this TypeReference type) => type.Plain() switch
    {
        GenericParameter or ByReferenceType or PointerType or FunctionPointerType or ArrayType => false,
        var plain => plain.IsValueType || plain.Definition().IsValueType,
    };

    public static bool IsRefStruct(this TypeReference type) => type.Plain() switch
    {
        GenericParameter p => (p.Attributes & AllowByRefLike) != 0,
        { MetadataType: MetadataType.TypedByReference } => true,
        var plain => plain.IsStruct() && plain.Definition().CustomAttributes
            .Any(a => a.AttributeType.Name == "IsByRefLikeAttribute"),
    };

    /// <summary>Whether the parameter may stand for it: no address, no pointer, no ref struct.</summary>
    public static bool Takes(this GenericParameter parameter, TypeReference argument) =>
        argument.Plain() is not (ByReferenceType or PointerType or FunctionPointerType)
        && argument.MetadataType != MetadataType.Void
        && (!argument.IsRefStruct() || (parameter.Attributes & AllowByRefLike) != 0);

    public static bool IsDelegate(this TypeReference type) =>
        type is not (TypeSpecification or GenericParameter) or GenericInstanceType
        && type.Definition().BaseType?.FullName == "System.MulticastDelegate";
}

/// <summary>A reference leads nowhere.</summary>
sealed class UnresolvedException(MemberReference member)
    : Exception($"{member.FullName} can't be found");
