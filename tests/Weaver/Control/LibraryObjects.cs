using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Control;

/// <summary>
/// Objects of libraries that change: a call is a read or a write of the whole object. What is not
/// known to be a read is a write.
/// </summary>
static class LibraryObjects
{
    /// <summary>In these, no object changes once made, or none is shared.</summary>
    static readonly string[] unchangingNamespaces =
    [
        "System.Reflection", "System.Globalization", "System.Text.RegularExpressions",
        "System.Collections.Immutable", "System.Collections.Frozen", "System.Linq",
        "System.Diagnostics.CodeAnalysis", "System.Runtime.CompilerServices", "System.Numerics",
    ];

    static readonly string[] unchangingTypes =
    [
        "System.Object", "System.String", "System.Type", "System.Delegate",
        "System.MulticastDelegate", "System.ValueType", "System.Enum", "System.Attribute",
        "System.Array", "System.Uri", "System.Version", "System.TimeZoneInfo",
        "System.IO.TextWriter", "System.IO.TextReader", "System.Text.Encoding",
        "System.StringComparer", "System.FormattableString", "System.OperatingSystem",
        "System.TimeProvider", "System.Collections.Generic.EqualityComparer`1",
        "System.Collections.Generic.Comparer`1", "System.Threading.SynchronizationContext",
        "System.Threading.AsyncLocal`1", "System.Threading.Tasks.TaskScheduler",
        "System.Threading.Tasks.TaskFactory",
    ];

    /// <summary>The test framework guards its own; the explorer's objects aren't the program's.</summary>
    static readonly string[] unchangingAssemblies =
        ["nunit", "Shouldly", "Microsoft.Test", "Explorer", "Verify", "Spectre.Console"];

    static readonly string[] readingMembers =
    [
        "GetEnumerator", "CopyTo", "ToArray", "ToString", "Equals", "GetHashCode",
        "IndexOf", "LastIndexOf", "BinarySearch", "Exists", "TrueForAll", "ForEach", "ConvertAll",
        "GetRange", "Slice", "AsReadOnly", "TryGetValue", "Peek", "TryPeek", "IsSubsetOf",
        "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf", "Overlaps", "SetEquals",
        "GetViewBetween", "GetAlternateLookup",
    ];

    static readonly string[] fillingMembers =
        ["Clear", "ConstrainedCopy", "Copy", "Fill", "Reverse", "SetValue", "Sort"];

    static readonly string[] readingPrefixes = ["get_", "Contains", "Find"];

    /// <param name="receiver">What the stack knows: <c>ToString</c> is declared by object.</param>
    public static bool Changes(MethodReference callee, TypeReference? receiver = null) =>
        callee.HasThis && callee.Name != ".ctor"
        && (IsChanging(callee.DeclaringType)
            || callee.DeclaringType.FullName == "System.Object" && callee.Name != "GetType"
                && receiver is not null && IsChanging(receiver));

    /// <summary>Whether a library that is handed this will look into it.</summary>
    public static bool IsLookedInto(TypeReference type) => type.IsArray
        || type.IsReference()
        && (type.GetElementType().Namespace.StartsWith("System.Collections", StringComparison.Ordinal)
            || type.FullName == "System.Text.StringBuilder")
        && IsChanging(type);

    /// <summary>Whether it writes into the arrays that it is handed.</summary>
    public static bool Fills(MethodReference callee) => callee.Name is "CopyTo" or "BlockCopy"
        || callee.DeclaringType.FullName == "System.Array" && fillingMembers.Contains(callee.Name)
        || callee.DeclaringType.FullName == "System.Random" && callee.Name is "Shuffle" or "NextBytes";

    /// <summary>Whether it only makes a span or the like of what it is handed, and looks at nothing.</summary>
    public static bool OnlyViews(MethodReference callee) =>
        callee.Name is "AsSpan" or "AsMemory" or "op_Implicit" or "GetArrayDataReference"
        || callee.Name == ".ctor" && callee.DeclaringType.IsDelegate()
        || callee.Name == ".ctor" && callee.DeclaringType.GetElementType().FullName is
            "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1";

    /// <summary>Whether its result looks into what it was made of whenever it is used.</summary>
    public static bool IsView(MethodReference callee) =>
        callee.DeclaringType.FullName == "System.Linq.Enumerable"
            ? callee.ReturnType.GetElementType().FullName is
                "System.Collections.Generic.IEnumerable`1" or "System.Linq.IOrderedEnumerable`1"
            : callee.Name is "get_Keys" or "get_Values" or "AsReadOnly" or "GetViewBetween"
                || callee.Name == ".ctor"
                && callee.DeclaringType.Namespace == "System.Collections.ObjectModel";

    public static bool IsRead(MethodReference callee) =>
        callee.DeclaringType.FullName != "System.Random"
        && (readingMembers.Contains(callee.Name)
            || readingPrefixes.Any(p => callee.Name.StartsWith(p, StringComparison.Ordinal)));

    /// <summary><c>Random.Shared</c> guards itself.</summary>
    public static bool GuardsItself(Instruction? producer) =>
        producer?.Operand is MethodReference { Name: "get_Shared" };

    static bool IsChanging(TypeReference type)
    {
        if (!type.IsReference() || type.IsArray || type.IsDelegate() || type.IsException())
            return false;
        var definition = type.Definition();
        if (definition.IsInterface)
            return IsCollection(definition);
        if (definition.Name == "Enumerator" || unchangingNamespaces.Contains(definition.Namespace))
            return false;
        var home = definition.Module.Assembly.Name.Name;
        return !unchangingTypes.Contains(definition.FullName)
            && !unchangingAssemblies.Any(a =>
                home.StartsWith(a, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An enumerator belongs to whoever asked for it; a comparer holds nothing.</summary>
    static bool IsCollection(TypeDefinition type) =>
        type.Namespace is "System.Collections" or "System.Collections.Generic"
        && !type.Name.Contains("Enumerator") && !type.Name.Contains("Compar")
        && !type.Name.StartsWith("IAsync", StringComparison.Ordinal);
}
