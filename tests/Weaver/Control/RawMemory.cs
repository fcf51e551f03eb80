using Mono.Cecil;

namespace Weaving.Control;

/// <summary>How many bytes an access to raw memory reaches.</summary>
/// <param name="Parameter">That says so; -1 if none does.</param>
/// <param name="Constant">The number; 0 if it isn't always the same.</param>
/// <param name="IsOfArgument">Whether it is the size of the method's type argument.</param>
readonly record struct Reach(int Parameter = -1, int Constant = 0, bool IsOfArgument = false);

/// <param name="Parameter">The pointer or reference.</param>
/// <param name="Offset">The parameter that counts elements from there, or -1.</param>
readonly record struct RawAccess(int Parameter, Reach Reach, bool Writes, int Offset = -1);

/// <summary>
/// Library members that access memory behind a pointer or a reference, as far as they are told to.
/// See the documentation of <c>Unsafe</c>, <c>NativeMemory</c>, <c>Buffer</c> and <c>Vector128</c>.
/// </summary>
static class RawMemory
{
    const string Unsafe = "System.Runtime.CompilerServices.Unsafe";
    const string Marshal = "System.Runtime.InteropServices.MemoryMarshal";

    /// <summary>For the size of <c>Vector&lt;T&gt;</c>, which the machine decides.</summary>
    public const int OfVector = -1;

    /// <summary>These compute an address, and access nothing.</summary>
    static readonly string[] addressing =
    [
        "Add", "AddByteOffset", "Subtract", "SubtractByteOffset", "As", "AsPointer", "AsRef", "AreSame",
        "ByteOffset", "IsAddressGreaterThan", "IsAddressGreaterThanOrEqualTo", "IsAddressLessThan",
        "IsAddressLessThanOrEqualTo", "IsNullRef", "NullRef", "SkipInit", "SizeOf", "Unbox",
        "GetReference", "GetArrayDataReference", "CreateSpan", "CreateReadOnlySpan", "AsBytes", "Cast",
        "AsMemory", "GetNonNullPinnableReference",
    ];

    /// <summary>Whether a member only computes with the addresses that it is handed.</summary>
    public static bool OnlyAddresses(MethodReference callee) =>
        callee.DeclaringType.FullName is Unsafe or Marshal && addressing.Contains(callee.Name);

    /// <summary>What it accesses; null if the table doesn't say.</summary>
    public static RawAccess[]? Of(MethodReference callee)
    {
        var type = callee.DeclaringType;
        var ofArgument = new Reach(IsOfArgument: true);
        switch (type.FullName, callee.Name)
        {
            case (Unsafe, "Read" or "ReadUnaligned"):
                return [new(0, ofArgument, Writes: false)];
            case (Unsafe, "Write" or "WriteUnaligned"):
                return [new(0, ofArgument, Writes: true)];
            case (Unsafe, "Copy"):
                return [new(1, ofArgument, Writes: false), new(0, ofArgument, Writes: true)];
            case (Unsafe, "CopyBlock" or "CopyBlockUnaligned"):
                return [new(1, new(2), Writes: false), new(0, new(2), Writes: true)];
            case (Unsafe, "InitBlock" or "InitBlockUnaligned"):
                return [new(0, new(2), Writes: true)];
            case ("System.Runtime.InteropServices.NativeMemory", "Fill" or "Clear"):
                return [new(0, new(1), Writes: true)];
            case ("System.Runtime.InteropServices.NativeMemory", "Copy"):
                return [new(0, new(2), Writes: false), new(1, new(2), Writes: true)];
            case ("System.Buffer", "MemoryCopy"):
                return [new(0, new(3), Writes: false), new(1, new(3), Writes: true)];
            default:
                return Size(type) is { } size ? OfVectors(callee, size) : null;
        }
    }

    /// <summary>
    /// Whether a parameter is an address behind which it isn't known what is accessed.
    /// </summary>
    public static bool IsBoundless(MethodReference callee, int parameter) =>
        callee.Parameters[parameter].ParameterType.Plain() switch
        {
            PointerType => !OnlyAddresses(callee)
                && !(callee.Name == ".ctor"
                    && callee.DeclaringType.Name is "Span`1" or "ReadOnlySpan`1"),
            ByReferenceType => callee.DeclaringType.FullName is Unsafe or Marshal
                && !OnlyAddresses(callee) && callee.Name is not ("TryWrite" or "Write" or "TryRead" or "TryGetArray"
                    or "TryGetMemoryManager" or "TryGetString"),
            _ => false,
        };

    static RawAccess[]? OfVectors(MethodReference callee, int size)
    {
        var reach = new Reach(Constant: size);
        var isOffset = callee.Parameters.Count > 0
            && callee.Parameters[^1].ParameterType.MetadataType is MetadataType.UIntPtr;
        return callee.Name switch
        {
            "Load" or "LoadAligned" or "LoadAlignedNonTemporal" or "LoadUnsafe" =>
                [new(0, reach, Writes: false, isOffset ? 1 : -1)],
            "Store" or "StoreAligned" or "StoreAlignedNonTemporal" or "StoreUnsafe" =>
                [new(1, reach, Writes: true, isOffset ? 2 : -1)],
            _ => null,
        };
    }

    static int? Size(TypeReference type) => (type.Namespace, type.Name) switch
    {
        ("System.Runtime.Intrinsics", "Vector64") => 8,
        ("System.Runtime.Intrinsics", "Vector128") => 16,
        ("System.Runtime.Intrinsics", "Vector256") => 32,
        ("System.Runtime.Intrinsics", "Vector512") => 64,
        ("System.Numerics", "Vector") => OfVector,
        ("System.Numerics", "Vector2") => 8,
        ("System.Numerics", "Vector3") => 12,
        ("System.Numerics", "Vector4" or "Plane" or "Quaternion") => 16,
        _ => null,
    };
}
