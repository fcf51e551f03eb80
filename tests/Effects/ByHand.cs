using Mono.Cecil;

namespace Effects;

/// <summary>
/// What the analysis is told: members without code, the interfaces that the program implements as
/// well, and what the framework keeps for itself (caches, pools, texts of errors).
/// </summary>
static class ByHand
{
    static readonly Dictionary<string, MethodEffects> made = [];

    /// <summary>In these, nothing that a program could tell is changed.</summary>
    static readonly HashSet<string> quietNamespaces =
    [
        "System.Resources", "System.Reflection", "System.Reflection.Emit", "System.Diagnostics.Tracing",
        "System.Diagnostics.CodeAnalysis", "System.Threading.Tasks", "Internal.Runtime.CompilerServices",
        "System.Runtime.Loader", "System.Diagnostics.Contracts", "System.Runtime.ExceptionServices",
        "Microsoft.Win32.SafeHandles",
    ];

    static readonly HashSet<string> quietTypes =
    [
        "System.String", "System.Type", "System.RuntimeType", "System.SR", "System.ThrowHelper",
        "System.Environment", "System.GC", "System.AppContext", "System.AppDomain",
        "System.Threading.Monitor", "System.Threading.Lock", "System.Threading.Thread",
        "System.Threading.SpinWait", "System.Threading.ThreadPool", "System.Threading.SynchronizationContext",
        "System.Threading.ExecutionContext", "System.Threading.CancellationToken",
        "System.Diagnostics.Debug", "System.Diagnostics.StackTrace", "System.Diagnostics.Debugger",
        "System.RuntimeTypeHandle", "System.RuntimeMethodHandle", "System.RuntimeFieldHandle",
        "System.Delegate", "System.MulticastDelegate", "System.Activator", "System.Attribute",
        "System.Runtime.CompilerServices.RuntimeHelpers", "System.StringComparer",
        "System.Globalization.CompareInfo", "System.Globalization.CharUnicodeInfo",
        "System.Globalization.CultureData", "System.Globalization.GlobalizationMode",
        "System.HashCode", "System.Marvin", "System.LocalAppContextSwitches",
        "System.Runtime.Versioning.CompatibilitySwitches", "System.Runtime.InteropServices.Marshal",
    ];

    static readonly string[] readingPrefixes =
    [
        "get_", "Contains", "CopyTo", "GetEnumerator", "IndexOf", "TryGetValue", "Is", "Overlaps",
        "SetEquals", "Compare", "Equals", "GetHashCode", "ToString", "GetFormat", "Format", "TryGet",
        "GetString", "GetByteCount", "GetCharCount", "GetMax", "Clone", "GetPreamble", "ToArray",
    ];

    /// <summary>Null for a member whose code is to be followed.</summary>
    public static MethodEffects? Find(MethodReference called)
    {
        var type = called.DeclaringType.GetElementType();
        while (type.DeclaringType is { } outer && type.Namespace.Length == 0)
            type = outer;
        var key = $"{called.DeclaringType.GetElementType().FullName}::{called.Name}/{called.HasThis}"
            + string.Join(',', called.Parameters.Select(p => p.ParameterType.FullName));
        if (made.TryGetValue(key, out var known))
            return known;
        return Make(called, type) is { } summary ? made[key] = summary : null;
    }

    static MethodEffects? Make(MethodReference called, TypeReference outermost)
    {
        var type = called.DeclaringType.GetElementType();
        var count = called.Parameters.Count + (called.HasThis ? 1 : 0);
        var summary = new MethodEffects(count);
        var first = called.HasThis ? 1 : 0;
        for (var i = 0; i < called.Parameters.Count; i++)
            summary.IsItem[first + i] = Leads.IsItem(called.Parameters[i].ParameterType);
        switch (type.FullName)
        {
            case "System.Object":
                if (called.Name == "MemberwiseClone")
                {
                    summary.Add(0, ParameterEffects.ReadsOwn);
                    summary.ReturnNew(Places.Of(1));
                }
                return summary;
            case "System.Runtime.CompilerServices.Unsafe":
                summary.Return(Places.Of(0));
                if (called.Name is "Write" or "WriteUnaligned" or "Copy" or "CopyBlock" or "CopyBlockUnaligned"
                    or "InitBlock" or "InitBlockUnaligned")
                    summary.Add(0, ParameterEffects.WritesOwn);
                if (called.Name is "Copy" or "CopyBlock" or "CopyBlockUnaligned")
                    summary.Add(1, ParameterEffects.ReadsOwn);
                if (called.Name is "Read" or "ReadUnaligned")
                {
                    summary.Add(0, ParameterEffects.ReadsOwn);
                    summary.Return(Places.Of(1));
                }
                return summary;
            case "System.Threading.Interlocked":
                summary.Add(0, called.Name is "Read" ? ParameterEffects.ReadsOwn
                    : called.Name.StartsWith("Memory") ? ParameterEffects.None : ParameterEffects.WritesOwn);
                summary.Return(Places.Of(1));
                if (count > 1)
                    summary.Keep(0, Places.Of(1));
                return summary;
            case "System.Threading.Volatile":
                summary.Add(0, called.Name == "Read" ? ParameterEffects.ReadsOwn : ParameterEffects.WritesOwn);
                summary.Return(Places.Of(1));
                if (count > 1)
                    summary.Keep(0, Places.Of(1));
                return summary;
            case "System.Buffer" or "System.SpanHelpers" when called.Name.Contains("Memmove")
                || called.Name is "BulkMoveWithWriteBarrier" or "_Memmove" or "MemoryCopy" or "_ZeroMemory":
                var to = called.Name == "MemoryCopy" ? 1 : 0;
                summary.Add(to, ParameterEffects.WritesOwn);
                if (count > 1 && called.Name != "_ZeroMemory")
                    summary.Add(1 - to, ParameterEffects.ReadsOwn);
                return summary;
            case "System.Runtime.InteropServices.MemoryMarshal" when called.Name == "GetArrayDataReference":
                summary.Return(Places.Of(0));
                return summary;
            case "System.Array" when called.Name is "Copy" or "ConstrainedCopy" or "CopyImpl":
                summary.Add(0, ParameterEffects.Reads);
                summary.Add(count > 3 ? 2 : 1, ParameterEffects.Writes);
                return summary;
            case "System.Array" when called.Name == "Clone":
                summary.Add(0, ParameterEffects.Reads);
                summary.ReturnNew(Places.None);
                return summary;
            case "System.Array" when called.Name is "get_Length" or "GetLength" or "get_Rank" or "GetLowerBound"
                or "GetUpperBound" or "get_LongLength" or "GetCorElementTypeOfElementType":
                return summary;
        }
        if (outermost.Namespace.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)
            || outermost.Namespace == "System.Numerics" && outermost.Name.StartsWith("Vector", StringComparison.Ordinal))
        {
            for (var i = 0; i < called.Parameters.Count; i++)
                if (called.Parameters[i].ParameterType is ByReferenceType or PointerType)
                    summary.Add(first + i, called.Name.Contains("Store", StringComparison.Ordinal)
                        || called.Name is "CopyTo" or "TryCopyTo" ? ParameterEffects.WritesOwn : ParameterEffects.ReadsOwn);
            return summary;
        }
        if (quietTypes.Contains(outermost.FullName) || quietNamespaces.Contains(outermost.Namespace)
            || outermost.Name.StartsWith("ArrayPool", StringComparison.Ordinal)
            || outermost.Name.EndsWith("ThrowHelper", StringComparison.Ordinal)
            || outermost.Name is "SR" or "Interop" or "ThrowHelper"
            || called.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
        {
            if (outermost.FullName == "System.String")
                Texts(called, summary, first);
            return summary;
        }
        // Formats and cultures fill caches when they are read; a StringInfo is none of them.
        if (outermost.Namespace == "System.Globalization" && outermost.Name != "StringInfo"
            || called.Name is "GetInstance" or "GetFormat")
        {
            for (var i = 0; i < count; i++)
                summary.Add(i, i >= first
                        && called.Parameters[i - first].ParameterType.Name == "Span`1"
                    ? ParameterEffects.Writes : ParameterEffects.Reads);
            if (called.HasThis && (called.Name.StartsWith("set_", StringComparison.Ordinal) || called.Name is ".ctor"))
                summary.Add(0, ParameterEffects.Writes);
            summary.Return(Places.Of(1));
            return summary;
        }
        var definition = Framework.Try(called);
        if (definition is null)
            return null;
        if (definition.DeclaringType.IsInterface && definition.IsAbstract && !definition.IsStatic)
            return OfInterface(called, definition, summary);
        if (Root(definition.DeclaringType) is { } root && definition is { IsVirtual: true, IsFinal: false })
            return OfBase(called, definition, root, summary);
        if (definition.IsPInvokeImpl || definition.IsInternalCall
            || !definition.HasBody && !definition.IsAbstract && definition.DeclaringType.BaseType?.Name != "MulticastDelegate")
        {
            summary.Assume();
            for (var i = 0; i < called.Parameters.Count; i++)
                if (called.Parameters[i].ParameterType is ByReferenceType or PointerType)
                    summary.Add(first + i, ParameterEffects.ReadsOwn);
            return summary;
        }
        return null;
    }

    /// <summary>Strings don't change, but they are copied into arrays and made of them.</summary>
    static void Texts(MethodReference called, MethodEffects summary, int first)
    {
        for (var i = 0; i < called.Parameters.Count; i++)
            if (!Leads.Nowhere(called.Parameters[i].ParameterType))
                summary.Add(first + i, called.Name is "CopyTo" or "TryCopyTo" or "CopyStringContent"
                    ? ParameterEffects.Writes : ParameterEffects.Reads);
    }

    static MethodEffects OfInterface(MethodReference called, MethodDefinition definition, MethodEffects summary)
    {
        var first = 1;
        var space = definition.DeclaringType.Namespace;
        if (definition.Name is "MoveNext" or "Reset" or "Dispose" or "MoveNextAsync" or "DisposeAsync")
        {
            summary.Add(0, ParameterEffects.WritesOwn | ParameterEffects.ReadsDeep);
            return summary;
        }
        if (definition.Name == "GetEnumerator")
        {
            summary.Add(0, ParameterEffects.ReadsOwn);
            summary.ReturnNew(Places.Of(0) | Places.Of(1));
            return summary;
        }
        var reads = readingPrefixes.Any(p => definition.Name.StartsWith(p, StringComparison.Ordinal))
            || definition.DeclaringType.Name is "IFormattable" or "ISpanFormattable" or "IUtf8SpanFormattable"
                or "IConvertible" or "IComparable" or "IEquatable`1" or "IComparable`1" or "IComparer`1"
                or "IEqualityComparer`1" or "IComparer" or "IEqualityComparer";
        if (!space.StartsWith("System.Collections", StringComparison.Ordinal) && !reads)
            summary.Assume();
        summary.Add(0, reads ? ParameterEffects.Reads : ParameterEffects.Reads | ParameterEffects.Writes);
        summary.Return(Places.Of(1));
        for (var i = 0; i < called.Parameters.Count; i++)
            if (definition.Name is "CopyTo" && definition.Parameters[i].ParameterType is ArrayType
                || definition.Name == "CopyTo" && i == 0
                || definition.Name is "TryFormat" && i == 0
                || definition.Parameters[i].IsOut)
                summary.Add(first + i, ParameterEffects.Writes);
            else if (!reads)
            {
                summary.Add(first + i, ParameterEffects.Keeps);
                summary.Keep(0, Places.Of(first + i));
            }
        return summary;
    }

    static string? Root(TypeDefinition type) => type.FullName is "System.IO.Stream" or "System.IO.TextReader"
        or "System.IO.TextWriter" or "System.Text.Encoding" or "System.Text.Encoder" or "System.Text.Decoder"
        or "System.Xml.XmlReader" or "System.Xml.XmlWriter" ? type.FullName : null;

    static MethodEffects OfBase(MethodReference called, MethodDefinition definition, string root, MethodEffects summary)
    {
        // A converter keeps what a call left over, and whether it is to flush.
        var reads = readingPrefixes.Any(p => called.Name.StartsWith(p, StringComparison.Ordinal))
                && root is not ("System.Text.Encoder" or "System.Text.Decoder")
                // Skips to the next element.
                && called.Name != "IsStartElement"
            || root == "System.Text.Encoding" && !called.Name.StartsWith("set_", StringComparison.Ordinal);
        summary.Add(0, reads && called.Name != "CopyTo" ? ParameterEffects.Reads : ParameterEffects.Reads | ParameterEffects.Writes);
        for (var i = 0; i < called.Parameters.Count; i++)
        {
            if (Leads.Nowhere(definition.Parameters[i].ParameterType))
                continue;
            var name = definition.Parameters[i].Name;
            var isFilled = called.Name.StartsWith("Read", StringComparison.Ordinal)
                // Moves what it copies from.
                || called.Name is "WriteNode" or "WriteAttributes" && i == 0
                || definition.Parameters[i].IsOut || definition.Parameters[i].ParameterType is ByReferenceType
                || (called.Name, name) is ("GetBytes", "bytes") or ("GetChars", "chars")
                || called.Name.StartsWith("TryGet", StringComparison.Ordinal) && i == 1
                || called.Name.StartsWith("Convert", StringComparison.Ordinal) && i >= called.Parameters.Count / 2
                || called.Name.StartsWith("CopyTo", StringComparison.Ordinal);
            summary.Add(1 + i, isFilled ? ParameterEffects.Reads | ParameterEffects.Writes : ParameterEffects.Reads);
        }
        return summary;
    }
}
