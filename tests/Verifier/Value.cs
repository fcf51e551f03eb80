using Mono.Cecil;

namespace Verification;

/// <summary>What is known of a value on the stack.</summary>
/// <param name="Kind">How the stack sees it.</param>
/// <param name="Type">Null for the kinds that need none, and for the null reference.</param>
/// <param name="IsReadOnly">Of an address: what it leads to may only be read.</param>
/// <param name="IsRaw">Of an object: a constructor's <c>this</c> before its base's is called.</param>
/// <param name="Method">Of a method's entry: whose.</param>
readonly record struct Value(
    Kind Kind, TypeReference? Type = null, bool IsReadOnly = false, bool IsRaw = false,
    MethodReference? Method = null)
{
    public static Value Int32 => new(Kind.Int32);

    public static Value Native => new(Kind.Native);

    public static Value Null => new(Kind.Object);

    public bool IsInteger => Kind is Kind.Int32 or Kind.Int64 or Kind.Native;

    /// <summary>Of a variable of this type, when it is loaded.</summary>
    public static Value Of(TypeReference type)
    {
        var plain = type.Plain();
        return plain switch
        {
            ByReferenceType address => new(Kind.Address, address.ElementType.Plain()),
            PointerType or FunctionPointerType => Native,
            GenericParameter => new(Kind.Struct, plain),
            ArrayType => new(Kind.Object, plain),
            _ => plain.Underlying().MetadataType switch
            {
                MetadataType.Boolean or MetadataType.Char or MetadataType.SByte or MetadataType.Byte
                    or MetadataType.Int16 or MetadataType.UInt16 or MetadataType.Int32
                    or MetadataType.UInt32 => Int32,
                MetadataType.Int64 or MetadataType.UInt64 => new(Kind.Int64),
                MetadataType.Single or MetadataType.Double => new(Kind.Float),
                MetadataType.IntPtr or MetadataType.UIntPtr => Native,
                _ => new(plain.IsStruct() ? Kind.Struct : Kind.Object, plain),
            },
        };
    }

    public override string ToString() => Kind switch
    {
        Kind.Object => Type is null ? "null" : $"object {Type.Id()}",
        Kind.Address => $"{(IsReadOnly ? "read-only " : "")}address of {Type!.Id()}",
        Kind.Struct => $"value {Type!.Id()}",
        _ => Kind.ToString(),
    };
}
