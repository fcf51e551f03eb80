using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Control;

/// <summary>
/// Objects of libraries that change: a call is a read or a write of the whole object. What is not
/// known to be a read is a write.
/// </summary>
static class LibraryObjects
{
    /// <summary>The test framework guards its own; the explorer's objects aren't the program's.</summary>
    static readonly string[] unchangingAssemblies =
        ["nunit", "Shouldly", "Microsoft.Test", "Explorer", "Verify", "Spectre.Console"];

    /// <summary>Of an array, by its base class: as the elements are.</summary>
    static readonly string[] arrayMembers =
        ["GetValue", "SetValue", "Initialize", "CopyTo", "Clone"];

    /// <param name="receiver">What the stack knows: <c>ToString</c> is declared by object.</param>
    public static bool Changes(MethodReference callee, TypeReference? receiver = null) =>
        callee.HasThis && callee.Name != ".ctor"
        && (IsChanging(callee.DeclaringType)
            || callee.DeclaringType.IsException()
                && LibraryMembers.OfException(callee.Name) != ReceiverEffect.None
            || callee.DeclaringType.FullName == "System.Array"
                && arrayMembers.Contains(callee.Name)
            || callee.DeclaringType.FullName == "System.Object" && callee.Name != "GetType"
                && receiver is not null && IsChanging(receiver));

    /// <summary>
    /// Whether only the object at run time tells what a call does: of a member of <c>object</c> or of
    /// an interface, or a virtual one, which a library's class may have overridden or implemented.
    /// </summary>
    /// <param name="receiver">Its type on the stack, or the type parameter that it is of.</param>
    public static bool IsUpToTheObject(MethodReference callee, TypeReference? receiver)
    {
        if (!callee.HasThis || callee.Name == ".ctor" || receiver is null)
            return false;
        if (callee.DeclaringType.FullName == "System.Object")
            return callee.Name is "ToString" or "Equals" or "GetHashCode"
                && (SaysLittle(receiver) || receiver.IsReference() && IsChanging(receiver));
        var type = callee.DeclaringType.Definition();
        if (type.IsClass && !type.IsSealed && !IsCollection(type) && IsChanging(type)
            // Of streams, the base classes only call what others override.
            && (!Cursors.IsStream(type) || EffectOf(callee) is not (
                ReceiverEffect.Move or ReceiverEffect.Put or ReceiverEffect.Write))
            && callee.Resolve() is { IsVirtual: true, IsFinal: false })
            return receiver.IsReference() && !receiver.IsArray && receiver.Definition() is { IsSealed: false };
        return type.IsInterface && !Cursors.IsEnumerator(callee.DeclaringType)
            && type.FullName is not ("System.IDisposable" or "System.IAsyncDisposable")
            && type.Namespace is not ("System.Runtime.CompilerServices" or "System.Threading.Tasks.Sources")
            && (!receiver.IsReference() || receiver.IsArray
                || receiver.Definition() is { IsInterface: true } or { IsSealed: false });
    }

    /// <summary>Whether objects of any class may be behind a type.</summary>
    public static bool SaysLittle(TypeReference type) => type.Plain() is GenericParameter
        || type.IsReference() && !type.IsArray && !type.IsDelegate()
            && (type.FullName == "System.Object" || type.Definition() is { IsInterface: true });

    /// <summary>Whether it only makes a span or the like of what it is handed, and looks at nothing.</summary>
    public static bool OnlyViews(MethodReference callee) =>
        callee.Name is "AsSpan" or "AsMemory" or "op_Implicit" or "GetArrayDataReference"
        || callee.Name == ".ctor" && callee.DeclaringType.IsDelegate()
        || callee.Name == ".ctor" && callee.DeclaringType.GetElementType().FullName is
            "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1";

    /// <summary>Whether its result looks into what it was made of whenever it is used.</summary>
    public static bool IsView(MethodReference callee) =>
        callee.DeclaringType.FullName is "System.Linq.Enumerable" or "System.Linq.Queryable"
            ? callee.ReturnType.GetElementType().FullName is
                "System.Collections.Generic.IEnumerable`1" or "System.Linq.IOrderedEnumerable`1"
                or "System.Linq.IQueryable`1" or "System.Linq.IOrderedQueryable`1"
            : LibraryMembers.MakesView(callee.Name) || Cursors.IsView(callee)
                || IsSettings(callee)
                || callee.Name == ".ctor" && callee.DeclaringType is var type
                && type.Namespace == "System.Collections.ObjectModel"
                // Unlike its base class, it copies what it is made of.
                && !type.Name.StartsWith("ObservableCollection", StringComparison.Ordinal);

    /// <summary>A culture reads its formats whenever it is used.</summary>
    static bool IsSettings(MethodReference callee) =>
        callee.DeclaringType.FullName == "System.Globalization.CultureInfo"
        && callee.Name is "get_NumberFormat" or "get_DateTimeFormat" or "get_TextInfo";

    /// <summary>What a call does to its receiver, whose class is known.</summary>
    public static ReceiverEffect EffectOf(MethodReference callee)
    {
        if (callee.DeclaringType.IsException())
            return LibraryMembers.OfException(callee.Name);
        if (Cursors.OnlyMoves(callee))
            return ReceiverEffect.Move;
        var effect = callee.DeclaringType.Definition().IsInterface
            ? OfCollection(callee.Name)
            : LibraryMembers.EffectOf(
                callee.DeclaringType.Space(), NameOf(callee.DeclaringType), callee.Name);
        return effect == ReceiverEffect.Write && Cursors.IsUpToOverrides(callee)
            ? ReceiverEffect.Put : effect;
    }

    /// <summary>Of an interface that all collections implement.</summary>
    static ReceiverEffect OfCollection(string member) =>
        LibraryMembers.EffectOf("System.Collections", "System.Collections.ICollection", member);

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
        return LibraryMembers.Changes(type.Space(), NameOf(type)) && !IsOfTestFramework(definition);
    }

    public static bool IsOfTestFramework(TypeDefinition type) => unchangingAssemblies.Any(a =>
        type.Module.Assembly.Name.Name.StartsWith(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>The namespace of a type, or of the outermost that it is nested in.</summary>
    public static string Space(this TypeReference type)
    {
        var outermost = type.GetElementType();
        while (outermost.DeclaringType is { } outer)
            outermost = outer;
        return outermost.Namespace;
    }

    /// <summary>As reflection writes it.</summary>
    public static string NameOf(TypeReference type) => type.GetElementType().FullName.Replace('/', '+');

    /// <summary>An enumerator is told apart by how it is used; a comparer holds nothing.</summary>
    static bool IsCollection(TypeDefinition type) =>
        type.Namespace is "System.Collections" or "System.Collections.Generic"
        && !type.Name.Contains("Enumerator") && !type.Name.Contains("Compar")
        && type.Name is not ("IStructuralEquatable")
        && !type.Name.StartsWith("IAsync", StringComparison.Ordinal);
}
