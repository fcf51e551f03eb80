using Interleavings.Hooks;
using Mono.Cecil;

namespace Weaving.Control;

/// <summary>
/// Objects with a position of their own in a source: streams, readers, writers, enumerators. A call
/// that moves one changes its position, and reads or writes the source.
/// </summary>
static class Cursors
{
    /// <summary>A stream, a reader or a writer.</summary>
    public static bool IsStream(TypeReference? type) =>
        type is not null && Ancestor(type) is not null;

    public static bool IsEnumerator(TypeReference? type) =>
        type?.GetElementType().FullName is "System.Collections.IEnumerator"
            or "System.Collections.Generic.IEnumerator`1"
            or "System.Collections.Generic.IAsyncEnumerator`1"
            or "System.Collections.IDictionaryEnumerator"
            or "System.CharEnumerator" or "System.Globalization.TextElementEnumerator";

    /// <summary>Whether it changes its position in the source, and only reads the source.</summary>
    public static bool OnlyMoves(MethodReference callee) => OnlyMoves(callee, callee.DeclaringType);

    /// <param name="receiver">Its type on the stack: an interface declares <c>Dispose</c>.</param>
    public static bool OnlyMoves(MethodReference callee, TypeReference receiver) =>
        LibraryMembers.OnlyMoves(Ancestor(receiver), receiver.Name, callee.Name);

    /// <summary>
    /// Whether overrides decide what it does: the library's own base classes only call those.
    /// </summary>
    public static bool IsUpToOverrides(MethodReference callee) =>
        IsStream(callee.DeclaringType) && callee.Name != "set_NewLine";

    /// <summary>
    /// Whether what it makes keeps its arguments for later: <c>new StreamWriter(stream)</c>,
    /// <c>TextWriter.Synchronized(writer)</c>.
    /// </summary>
    public static bool IsMadeOver(MethodReference callee) =>
        callee.Name == ".ctor" && IsStream(callee.DeclaringType) || callee.Name == "Synchronized";

    /// <summary>Whether its result looks into its arguments whenever it is used.</summary>
    public static bool IsView(MethodReference callee) => IsMadeOver(callee)
        || callee.Name == "GetStringBuilder"
        || callee is { HasThis: false, Name: "Create", DeclaringType.Namespace: "System.Xml" };

    static string? Ancestor(TypeReference type)
    {
        if (!type.IsReference() || type.IsArray)
            return null;
        for (var t = type.Definition(); t is not null; t = t.BaseType?.Definition())
            if (LibraryMembers.IsStream(t.FullName))
                return t.FullName;
        return null;
    }
}
