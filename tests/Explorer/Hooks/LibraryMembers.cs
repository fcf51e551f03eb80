namespace Interleavings.Hooks;

/// <summary>
/// What members of the framework do to their receiver. The weaver asks where the static type tells
/// it, and the explorer asks about the object at run time where it doesn't.
/// </summary>
public static class LibraryMembers
{
    /// <summary>In these, no object changes once made, or none is shared.</summary>
    private static readonly HashSet<string> UnchangingNamespaces =
    [
        "System.Reflection", "System.Collections.Frozen", "System.Diagnostics.CodeAnalysis",
        "System.Numerics",
        // All members of instruments, meters and sources of events are thread-safe:
        // learn.microsoft.com/dotnet/core/diagnostics/metrics-instrumentation, "thread safety".
        "System.Diagnostics.Metrics", "System.Diagnostics.Tracing",
    ];

    /// <summary>In these, only what is listed among the changing types does.</summary>
    private static readonly HashSet<string> MostlyUnchangingNamespaces =
    [
        "System.Linq", "System.Runtime.CompilerServices", "System.Text.RegularExpressions",
        "System.Collections.Immutable",
    ];

    private static readonly HashSet<string> ChangingTypes =
    [
        "System.Runtime.CompilerServices.StrongBox`1",
        "System.Runtime.CompilerServices.ReadOnlyCollectionBuilder`1",
        "System.Runtime.CompilerServices.ConditionalWeakTable`2",
        "System.Collections.Immutable.ImmutableArray`1+Builder",
        "System.Collections.Immutable.ImmutableList`1+Builder",
        "System.Collections.Immutable.ImmutableDictionary`2+Builder",
        "System.Collections.Immutable.ImmutableHashSet`1+Builder",
        "System.Collections.Immutable.ImmutableSortedDictionary`2+Builder",
        "System.Collections.Immutable.ImmutableSortedSet`1+Builder",
        .. LazyResults,
    ];

    /// <summary>
    /// "Although many of these objects are logically immutable, they could delay computation of some
    /// results to improve performance, and as a result, callers must serialize access to them":
    /// learn.microsoft.com/dotnet/standard/base-types/thread-safety-in-regular-expressions
    /// </summary>
    private static string[] LazyResults =>
    [
        "System.Text.RegularExpressions.Match", "System.Text.RegularExpressions.Group",
        "System.Text.RegularExpressions.Capture",
        "System.Text.RegularExpressions.MatchCollection",
        "System.Text.RegularExpressions.GroupCollection",
        "System.Text.RegularExpressions.CaptureCollection",
    ];

    /// <summary>What those have from the start.</summary>
    private static readonly HashSet<string> EagerResults =
    [
        "get_Success", "get_Value", "get_ValueSpan", "get_Index", "get_Length", "get_Name",
        "get_IsReadOnly", "get_IsSynchronized", "get_SyncRoot", "ToString",
    ];

    private static readonly HashSet<string> UnchangingTypes =
    [
        "System.Object", "System.String", "System.Type", "System.Delegate",
        "System.MulticastDelegate", "System.ValueType", "System.Enum", "System.Attribute",
        "System.Array", "System.Uri", "System.Version", "System.TimeZoneInfo",
        "System.Diagnostics.ActivitySource",
        "System.Diagnostics.DiagnosticSource", "System.Diagnostics.DiagnosticListener",
        "System.StringComparer", "System.FormattableString", "System.OperatingSystem",
        "System.TimeProvider", "System.Collections.Generic.EqualityComparer`1",
        "System.Collections.Generic.Comparer`1", "System.Threading.SynchronizationContext",
        "System.Threading.AsyncLocal`1", "System.Threading.Tasks.TaskScheduler",
        "System.Threading.Tasks.TaskFactory", "System.Xml.Linq.XName", "System.Xml.Linq.XNamespace",
        "System.Text.Json.Nodes.JsonNodeOptions",
        "System.Globalization.RegionInfo", "System.Globalization.CompareInfo",
        "System.Globalization.SortKey", "System.Globalization.SortVersion",
    ];

    private static readonly HashSet<string> ReadingMembers =
    [
        "GetEnumerator", "CopyTo", "ToArray", "ToString", "Equals", "GetHashCode",
        "GetValue", "Clone", "IndexOf", "LastIndexOf", "BinarySearch", "Exists", "TrueForAll",
        "ForEach", "ConvertAll", "GetRange", "Slice", "AsReadOnly", "TryGetValue", "TryGetTarget",
        "TryGetAlternateLookup", "GetKeyList", "GetValueList", "Peek", "TryPeek", "IsSubsetOf",
        "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf",
        "Overlaps", "SetEquals", "GetViewBetween", "GetAlternateLookup", "GetStringBuilder",
        "GetBuffer", "Compare", "CompareTo",
    ];

    private static readonly string[] ReadingPrefixes = ["get_", "Contains", "Find"];

    /// <summary>In trees of XML and JSON, and in tables, these only look.</summary>
    private static readonly HashSet<string> TreeNamespaces =
        ["System.Xml.Linq", "System.Xml", "System.Text.Json.Nodes", "System.Data"];

    private static readonly string[] LookingPrefixes =
    [
        "Element", "Attribute", "Descendant", "Ancestor", "Node", "Annotation", "Is", "Select",
        "Get", "To", "Deep", "Compare", "Write", "Save", "Clone", "CreateReader", "HasVersion",
        "TryGet", "Copy", "Compute", "As",
    ];

    /// <summary>Of collections, these hand out what looks into the collection whenever it is used.</summary>
    private static readonly HashSet<string> ViewingMembers =
        ["get_Keys", "get_Values", "AsReadOnly", "GetViewBetween", "GetEnumerator"];

    private static readonly string[] SettingPrefixes = ["set_", "Set", "Clear", "add_", "remove_"];

    private static readonly string[] MovingPrefixes =
        ["Read", "Peek", "CopyTo", "Seek", "set_Position", "get_EndOfStream", "Dispose", "Close"];

    /// <summary>Whether a member of a collection hands out a view of it.</summary>
    public static bool MakesView(string member) => ViewingMembers.Contains(member);

    /// <summary>Whether objects of a class of the framework change once they are made.</summary>
    /// <param name="space">The namespace of the outermost type.</param>
    /// <param name="type">The full name in metadata, nested ones after a plus.</param>
    public static bool Changes(string space, string type) =>
        ChangingTypes.Contains(type)
        || !UnchangingNamespaces.Contains(space) && !MostlyUnchangingNamespaces.Contains(space)
        && !UnchangingTypes.Contains(type)
        && type is not ("System.Text.EncodingInfo" or "System.Text.CompositeFormat")
        // A comparer holds nothing that changes.
        && !type.Contains("Comparer", StringComparison.Ordinal);

    /// <summary>What a member of such a class does to the object.</summary>
    /// <param name="slot">
    /// The class that declares the member which this one overrides: it stands for a class that is no
    /// public one, which the table doesn't have.
    /// </param>
    public static ReceiverEffect EffectOf(string space, string type, string member, string? slot = null)
    {
        if (type == "System.Random") return ReceiverEffect.Write;
        // It hands out an object to lock, and looks at nothing.
        if (member == "get_SyncRoot") return ReceiverEffect.None;
        if (Array.Exists(LazyResults, t => t == type))
            return EagerResults.Contains(member) ? ReceiverEffect.Read : ReceiverEffect.Write;
        // StringInfo isn't a part of a culture: it finds the elements of its text when it is asked.
        if (space == "System.Globalization" && type != "System.Globalization.StringInfo"
            || type is "System.Text.Encoding" || IsEncoding(type))
            return Begins(member, SettingPrefixes) ? ReceiverEffect.Write : ReceiverEffect.Read;
        var isNamedAsRead = ReadingMembers.Contains(member) || Begins(member, ReadingPrefixes);
        if (isNamedAsRead && HasSeveralReaders(space, type)) return ReceiverEffect.Read;
        isNamedAsRead |= TreeNamespaces.Contains(space) && Begins(member, LookingPrefixes)
            // Those have a position, or an end.
            && !type.Contains("Reader", StringComparison.Ordinal)
            && !type.Contains("Writer", StringComparison.Ordinal);
        if (isNamedAsRead && space == "System.Text.Json.Nodes") return ReceiverEffect.Read;
        var known = EffectTable.Receiver(type, member)
            ?? (slot is null ? null : EffectTable.Receiver(slot, member));
        return known switch
        {
            null => isNamedAsRead ? ReceiverEffect.Doubt : ReceiverEffect.Unknown,
            ('w', _) => isNamedAsRead ? ReceiverEffect.Doubt : ReceiverEffect.Write,
            (_, true) when !isNamedAsRead => ReceiverEffect.Unknown,
            _ => ReceiverEffect.Read,
        };
    }

    /// <summary>
    /// Whether the documentation allows several threads to read at once: then names tell who reads,
    /// whatever caches that fills. <c>tests/Commutation/Rules/safe-together.txt</c> quotes it.
    /// </summary>
    /// <remarks>
    /// Of sets and of builders the documentation says nothing, but their code was read: the table takes
    /// a set that another one is compared with, and the pooled stack of an enumerator, for parts of them.
    /// </remarks>
    private static bool HasSeveralReaders(string space, string type) =>
        space is "System.Collections" or "System.Collections.Concurrent"
            or "System.Collections.ObjectModel" or "System.Collections.Immutable" or "System.Data"
        || space == "System.Collections.Generic"
            && !type.StartsWith("System.Collections.Generic.OrderedDictionary", StringComparison.Ordinal)
            && !type.StartsWith("System.Collections.Generic.PriorityQueue", StringComparison.Ordinal);

    /// <summary>Whether it changes a stream's or a reader's position, and only reads its source.</summary>
    /// <param name="ancestor">
    /// The stream, reader or writer among the base classes: <c>System.IO.TextReader</c>.
    /// </param>
    /// <param name="type">The name of the receiver's type.</param>
    public static bool OnlyMoves(string? ancestor, string type, string member) =>
        ancestor?.EndsWith("Writer", StringComparison.Ordinal) == false
        // Others may fill a buffer to look ahead.
        && (type, member) is not ("StringReader", "Peek")
        && Begins(member, MovingPrefixes);

    /// <summary>The base classes of streams, readers and writers.</summary>
    public static bool IsStream(string type) => type is "System.IO.Stream"
        or "System.IO.TextReader" or "System.IO.TextWriter"
        or "System.IO.BinaryReader" or "System.IO.BinaryWriter";

    /// <summary>Of an exception, a few things can be set, and <c>Data</c> is made when asked for.</summary>
    public static ReceiverEffect OfException(string member) => member switch
    {
        "get_HelpLink" or "get_Source" or "get_HResult" => ReceiverEffect.Read,
        "set_HelpLink" or "set_Source" or "set_HResult" => ReceiverEffect.Write,
        "get_Data" => ReceiverEffect.Doubt,
        _ => ReceiverEffect.None,
    };

    private static bool IsEncoding(string type) =>
        type.StartsWith("System.Text.", StringComparison.Ordinal)
        && type.EndsWith("Encoding", StringComparison.Ordinal);

    private static bool Begins(string member, string[] prefixes) =>
        Array.Exists(prefixes, p => member.StartsWith(p, StringComparison.Ordinal));
}
