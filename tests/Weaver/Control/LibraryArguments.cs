using Interleavings.Hooks;
using Mono.Cecil;

namespace Weaving.Control;

/// <summary>What a call of a library does with the objects that it is handed.</summary>
static class LibraryArguments
{
    /// <summary>Look at the reference only.</summary>
    static readonly string[] keepingMembers =
    [
        "System.ArgumentNullException::ThrowIfNull", "System.ObjectDisposedException::ThrowIf",
        "System.Object::ReferenceEquals", "System.Object::Equals", "System.GC::KeepAlive",
        "System.GC::SuppressFinalize", "System.GC::ReRegisterForFinalize",
        "System.GC::GetGeneration",
        "System.WeakReference::.ctor", "System.WeakReference::set_Target",
        "System.Runtime.InteropServices.GCHandle::Alloc",
        "System.Runtime.InteropServices.GCHandle::set_Target",
        "System.Runtime.CompilerServices.RuntimeHelpers::GetHashCode",
    ];

    /// <summary>
    /// These keep an argument of type <c>T</c>, or compare it by its own methods.
    /// </summary>
    static readonly string[] keepingNamespaces =
    [
        "System.Collections", "System.Linq", "System.Threading",
        "System.Runtime.CompilerServices",
    ];

    static readonly string[] keepingTypes =
    [
        "Tuple", "ValueTuple", "WeakReference", "Array", "Span", "Lazy", "HashCode",
        "IProgress", "Progress", "IObserver",
    ];

    /// <summary>Look into the wrapped object when they are used.</summary>
    static readonly string[] wrappers =
        ["Collection`1", "ReadOnlyCollection`1", "ReadOnlyDictionary`2", "ReadOnlySet`1"];

    static readonly string[] fillingMembers =
        ["Clear", "Fill", "Reverse", "SetValue", "Sort", "Resize"];

    static readonly string[] trees =
        ["System.Xml", "System.Xml.Linq", "System.Text.Json.Nodes", "System.Data"];

    static readonly string[] adoptingPrefixes =
        ["Add", "Append", "Prepend", "Insert", "Replace", "Remove", "set_", "Set", "TryAdd", ".ctor"];

    /// <summary>Whether a library that is handed this will look into it.</summary>
    public static bool IsLookedInto(TypeReference type) => type.IsArray
        || type.FullName is "System.Array"
        || type.IsReference()
        && (IsIn(type.Space(), "System.Collections") || trees.Contains(type.Space())
            || type.Space() is "System.Globalization" || type.FullName is "System.Text.StringBuilder"
            || IsSequence(type))
        && LibraryObjects.IsChanging(type);

    /// <summary>
    /// Whether only the object tells what enumerating it changes: some collect their elements only then.
    /// </summary>
    public static bool IsUpToTheObject(TypeReference type) => !type.IsArray
        && (type.Definition().IsInterface
            || type.Space() is not ("System.Collections" or "System.Collections.Generic"
                or "System.Collections.ObjectModel") && IsSequence(type));

    /// <summary>A collection, or what is filled as one: <c>IBufferWriter&lt;T&gt;</c>.</summary>
    static bool IsSequence(TypeReference type)
    {
        for (var t = type.Definition(); t is not null; t = t.BaseType?.Definition())
            if (t.Interfaces.Any(i => i.InterfaceType.FullName == "System.Collections.IEnumerable"
                || i.InterfaceType.Name == "IBufferWriter`1"))
                return t.FullName != "System.String";
        return false;
    }

    /// <summary>
    /// Whether it keeps or passes on the reference, and looks at nothing behind it.
    /// </summary>
    public static bool Keeps(MethodReference callee, int index)
    {
        var type = callee.DeclaringType.GetElementType();
        var parameter = callee.Parameters[index].ParameterType.Plain();
        if (keepingMembers.Contains($"{type.FullName}::{callee.Name}")
            || callee.Name == ".ctor" && type.Namespace == "System.Collections.ObjectModel"
                && wrappers.Contains(type.Name))
            return true;
        // StructuralComparisons compare element by element.
        if (type.Name is "IEqualityComparer" or "IComparer")
            return false;
        return IsItem(callee, index) && (keepingNamespaces.Any(n => IsIn(type.Space(), n)) || IsKeeping(type))
            || parameter.MetadataType == MetadataType.Object
            && type.Namespace is "System.Collections" or "System.Collections.Specialized"
            || OfTable(callee, index) is '-' or 'k' && callee.HasThis == false
            || HoldsInside(callee, index);
    }

    /// <summary>
    /// Whether what it makes keeps the argument, and looks into it whenever it is used.
    /// </summary>
    public static bool HoldsInside(MethodReference callee, int index) =>
        OfTable(callee, index) == 'k'
        && callee.Parameters[index].ParameterType.Plain() is var parameter
        && parameter is not GenericParameter && parameter.MetadataType != MetadataType.Object
        && !keepingMembers.Contains($"{callee.DeclaringType.GetElementType().FullName}::{callee.Name}")
        // A struct has no identity: what it leads to is found when it is used.
        && (callee.Name == ".ctor" && callee.DeclaringType.IsReference() || !callee.HasThis && callee.ResolvedReturn().IsReference());

    [ThreadStatic]
    static (MethodReference Callee, int Index, char? Effect) asked;

    /// <summary>Several questions in a row are about one argument.</summary>
    static char? OfTable(MethodReference callee, int index)
    {
        if (asked.Callee != callee || asked.Index != index)
            asked = (callee, index, EffectTable.OnArgument(LibraryObjects.NameOf(callee.DeclaringType),
                callee.Name, callee.Parameters.Count, index));
        return asked.Effect;
    }

    /// <summary>Whether it makes a text of the argument, by the argument's own <c>ToString</c>.</summary>
    public static bool Formats(MethodReference callee, int index)
    {
        var type = callee.DeclaringType.GetElementType();
        var parameter = callee.Parameters[index].ParameterType.Plain();
        if (parameter is not GenericParameter && parameter.MetadataType != MetadataType.Object
            && parameter is not ArrayType { ElementType.MetadataType: MetadataType.Object })
            return false;
        return type.FullName switch
        {
            "System.String" => callee.Name is "Format" or "Concat" or "Join",
            "System.Text.StringBuilder" => callee.Name is "Append" or "AppendFormat" or "AppendJoin"
                or "AppendLine" or "Insert",
            "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace" =>
                callee.Name.StartsWith("Write", StringComparison.Ordinal),
            "System.Convert" => callee.Name == "ToString",
            _ => type.FullName.Contains("InterpolatedStringHandler", StringComparison.Ordinal)
                || callee.Name.StartsWith("Write", StringComparison.Ordinal)
                    && Cursors.IsStream(type),
        };
    }

    /// <summary>Whether it goes over all that can be reached from the argument.</summary>
    public static bool Serializes(MethodReference callee, int index) =>
        callee.Parameters[index].ParameterType.Plain() is var parameter
        && (parameter is GenericParameter || parameter.MetadataType == MetadataType.Object)
        && callee.DeclaringType.GetElementType().FullName switch
        {
            "System.Text.Json.JsonSerializer" or "System.Xml.Serialization.XmlSerializer" =>
                callee.Name.StartsWith("Serialize", StringComparison.Ordinal),
            "System.Runtime.Serialization.XmlObjectSerializer"
                or "System.Runtime.Serialization.DataContractSerializer"
                or "System.Runtime.Serialization.Json.DataContractJsonSerializer" =>
                callee.Name.StartsWith("WriteObject", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>
    /// Whether the parameter is a plain <c>T</c>, of which the callee knows nothing.
    /// </summary>
    public static bool IsItem(MethodReference callee, int index) =>
        callee.Parameters[index].ParameterType.Plain() is GenericParameter;

    /// <summary>Whether it changes what it is handed.</summary>
    public static bool Writes(MethodReference callee, int index) =>
        WritesByName(callee, index) || OfTable(callee, index) == 'w';

    /// <summary>
    /// Whether nothing is known of the callee: its type isn't in the table. A test framework only looks.
    /// </summary>
    public static bool IsUnknown(MethodReference callee)
    {
        var type = callee.DeclaringType.Definition();
        return !type.IsInterface && !type.IsDelegate() && !LibraryObjects.IsOfTestFramework(type)
            && !EffectTable.Knows(LibraryObjects.NameOf(callee.DeclaringType));
    }

    static bool WritesByName(MethodReference callee, int index)
    {
        // A reference to a method doesn't tell its parameters' names, and looking it up takes long.
        string? Name() => callee.Resolve()?.Parameters[index].Name;
        return callee.DeclaringType.GetElementType().FullName switch
        {
            "System.Array" when callee.Name is "Copy" or "ConstrainedCopy" =>
                Name() == "destinationArray",
            "System.Array" => fillingMembers.Contains(callee.Name) || callee.Name == "CopyTo",
            "System.Buffer" => Name() == "dst" || callee.Name == "SetByte",
            "System.Random" => callee.Name is "Shuffle" or "NextBytes",
            "System.Text.Encoding" or "System.Text.Encoder" or "System.Text.Decoder" =>
                !callee.ReturnType.IsArray
                && (callee.Name, Name()) is ("GetBytes", "bytes") or ("GetChars", "chars"),
            "System.Collections.Generic.CollectionExtensions" => index == 0
                && callee.Name is "TryAdd" or "Remove" or "AddRange" or "InsertRange",
            // A node gets a parent, or another one.
            "System.Xml.Linq.XContainer" or "System.Xml.Linq.XNode" or "System.Xml.Linq.XElement"
                or "System.Xml.XmlNode" or "System.Text.Json.Nodes.JsonArray"
                or "System.Text.Json.Nodes.JsonObject" => adoptingPrefixes.Any(p =>
                    callee.Name.StartsWith(p, StringComparison.Ordinal)),
            "System.Data.DataRowExtensions" => callee.Name == "SetField",
            _ => callee.Name is "CopyTo" or "TryPopRange" || Cursors.IsStream(callee.DeclaringType)
                && callee.Name.StartsWith("Read", StringComparison.Ordinal),
        };
    }

    static bool IsIn(string space, string name) =>
        space == name || space.StartsWith(name + ".", StringComparison.Ordinal);

    static bool IsKeeping(TypeReference type) =>
        type.Namespace == "System" && keepingTypes.Contains(type.Name.Split('`')[0]);
}
