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
        // All members of instruments, meters and sources of events are thread-safe:
        // learn.microsoft.com/dotnet/core/diagnostics/metrics-instrumentation, "thread safety".
        "System.Diagnostics.Metrics", "System.Diagnostics.Tracing",
    ];

    static readonly string[] unchangingTypes =
    [
        "System.Object", "System.String", "System.Type", "System.Delegate",
        "System.MulticastDelegate", "System.ValueType", "System.Enum", "System.Attribute",
        "System.Array", "System.Uri", "System.Version", "System.TimeZoneInfo",
        "System.Text.Encoding", "System.Diagnostics.ActivitySource",
        "System.Diagnostics.DiagnosticSource", "System.Diagnostics.DiagnosticListener",
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
        "GetValue", "Clone", "IndexOf", "LastIndexOf", "BinarySearch", "Exists", "TrueForAll",
        "ForEach", "ConvertAll", "GetRange", "Slice", "AsReadOnly", "TryGetValue", "TryGetTarget",
        "Peek", "TryPeek", "IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf",
        "Overlaps", "SetEquals", "GetViewBetween", "GetAlternateLookup", "GetStringBuilder",
        "GetBuffer",
    ];

    /// <summary>Of an array, by its base class: as the elements are.</summary>
    static readonly string[] arrayMembers =
        ["GetValue", "SetValue", "Initialize", "CopyTo", "Clone"];

    static readonly string[] readingPrefixes = ["get_", "Contains", "Find"];

    /// <param name="receiver">What the stack knows: <c>ToString</c> is declared by object.</param>
    public static bool Changes(MethodReference callee, TypeReference? receiver = null) =>
        callee.HasThis && callee.Name != ".ctor"
        && (IsChanging(callee.DeclaringType)
            || callee.DeclaringType.FullName == "System.Array"
                && arrayMembers.Contains(callee.Name)
            || callee.DeclaringType.FullName == "System.Object" && callee.Name != "GetType"
                && receiver is not null && IsChanging(receiver)
                && !(ComparesByReference(receiver) && callee.Name is "Equals" or "GetHashCode"));

    static bool ComparesByReference(TypeReference type) =>
        type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal)
        || type.FullName == "System.Text.StringBuilder";

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
                || callee.Name == "GetEnumerator" || Cursors.IsView(callee)
                || callee.Name == ".ctor" && callee.DeclaringType is var type
                && type.Namespace == "System.Collections.ObjectModel"
                // Unlike its base class, it copies what it is made of.
                && !type.Name.StartsWith("ObservableCollection", StringComparison.Ordinal);

    public static bool IsRead(MethodReference callee) =>
        callee.DeclaringType.FullName != "System.Random"
        && !Cursors.OnlyMoves(callee)
        && (readingMembers.Contains(callee.Name)
            || readingPrefixes.Any(p => callee.Name.StartsWith(p, StringComparison.Ordinal)));

    /// <summary>
    /// Documented as thread-safe: <c>Random.Shared</c>, <c>MemoryPool&lt;T&gt;.Shared</c>.
    /// </summary>
    public static bool GuardsItself(Instruction? producer) =>
        producer?.Operand is MethodReference
        {
            Name: "get_Shared", DeclaringType: { Namespace: "System" or "System.Buffers" },
        };

    public static bool IsChanging(TypeReference type)
    {
        if (!type.IsReference() || type.IsArray || type.IsDelegate() || type.IsException())
            return false;
        var definition = type.Definition();
        if (definition.IsInterface)
            return IsCollection(definition);
        if (unchangingNamespaces.Contains(definition.Namespace))
            return false;
        var home = definition.Module.Assembly.Name.Name;
        return !unchangingTypes.Contains(definition.FullName)
            && !unchangingAssemblies.Any(a =>
                home.StartsWith(a, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An enumerator is told apart by how it is used; a comparer holds nothing.</summary>
    static bool IsCollection(TypeDefinition type) =>
        type.Namespace is "System.Collections" or "System.Collections.Generic"
        && !type.Name.Contains("Enumerator") && !type.Name.Contains("Compar")
        && !type.Name.StartsWith("IAsync", StringComparison.Ordinal);
}
