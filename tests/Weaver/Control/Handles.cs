using Mono.Cecil;

namespace Weaving.Control;

/// <summary>
/// Structs that lead to an object which all their copies share: handles of the garbage collector,
/// alternate lookups of a collection.
/// </summary>
static class Handles
{
    static readonly string[] slots =
        ["GCHandle", "GCHandle`1", "PinnedGCHandle`1", "WeakGCHandle`1"];

    static readonly string[] lookups =
    [
        "System.Collections.Generic.Dictionary`2/AlternateLookup`1",
        "System.Collections.Generic.HashSet`1/AlternateLookup`1",
    ];

    static readonly string[] readingPrefixes = ["get_", "Contains", "TryGet", "GetAddressOf"];

    public static bool Makes(MethodReference callee) =>
        callee is { HasThis: false, Name: "Alloc" } && IsSlot(callee.DeclaringType);

    public static bool Uses(MethodReference callee) => callee.HasThis && callee.Name != ".ctor"
        && (IsSlot(callee.DeclaringType) && callee.Name is not ("get_IsAllocated" or "Equals" or "GetHashCode")
            || lookups.Contains(callee.DeclaringType.GetElementType().FullName));

    public static bool Writes(MethodReference callee) =>
        !readingPrefixes.Any(p => callee.Name.StartsWith(p, StringComparison.Ordinal));

    static bool IsSlot(TypeReference type) =>
        type.Namespace == "System.Runtime.InteropServices" && slots.Contains(type.Name);
}
