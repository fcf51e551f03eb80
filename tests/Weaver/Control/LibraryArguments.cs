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

    /// <summary>Whether a library that is handed this will look into it.</summary>
    public static bool IsLookedInto(TypeReference type) => type.IsArray
        || type.FullName is "System.Array"
        || type.IsReference()
        && (IsIn(type.GetElementType(), "System.Collections")
            || type.FullName == "System.Text.StringBuilder")
        && LibraryObjects.IsChanging(type);

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
        // A handler formats what it is handed; StructuralComparisons compare element by element.
        if (type.Name.Contains("InterpolatedStringHandler", StringComparison.Ordinal)
            || type.Name is "IEqualityComparer" or "IComparer")
            return false;
        return IsItem(callee, index) && (keepingNamespaces.Any(n => IsIn(type, n)) || IsKeeping(type))
            || parameter.MetadataType == MetadataType.Object
            && type.Namespace == "System.Collections";
    }

    /// <summary>
    /// Whether the parameter is a plain <c>T</c>, of which the callee knows nothing.
    /// </summary>
    public static bool IsItem(MethodReference callee, int index) =>
        callee.Parameters[index].ParameterType.Plain() is GenericParameter;

    /// <summary>Whether it changes what it is handed.</summary>
    public static bool Writes(MethodReference callee, int index)
    {
        // A reference to a method doesn't tell its parameters' names.
        var name = callee.Resolve()?.Parameters[index].Name;
        return callee.DeclaringType.GetElementType().FullName switch
        {
            "System.Array" when callee.Name is "Copy" or "ConstrainedCopy" =>
                name == "destinationArray",
            "System.Array" => fillingMembers.Contains(callee.Name) || callee.Name == "CopyTo",
            "System.Buffer" => name == "dst" || callee.Name == "SetByte",
            "System.Random" => callee.Name is "Shuffle" or "NextBytes",
            "System.Text.Encoding" or "System.Text.Encoder" or "System.Text.Decoder" =>
                !callee.ReturnType.IsArray
                && (callee.Name, name) is ("GetBytes", "bytes") or ("GetChars", "chars"),
            "System.Collections.Generic.CollectionExtensions" => index == 0
                && callee.Name is "TryAdd" or "Remove" or "AddRange" or "InsertRange",
            _ => callee.Name is "CopyTo" or "TryPopRange" || Cursors.IsStream(callee.DeclaringType)
                && callee.Name.StartsWith("Read", StringComparison.Ordinal),
        };
    }

    static bool IsIn(TypeReference type, string name) =>
        type.Namespace == name
        || type.Namespace.StartsWith(name + ".", StringComparison.Ordinal);

    static bool IsKeeping(TypeReference type) =>
        type.Namespace == "System" && keepingTypes.Contains(type.Name.Split('`')[0]);
}
