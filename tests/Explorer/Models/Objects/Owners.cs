using System.Collections;
using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Interleavings.Models;

/// <summary>
/// Objects that are part of another, or look into it: nodes of lists and of trees, rows of tables,
/// the keys of a dictionary. A call on one is an access to its owner as well.
/// </summary>
internal static class Owners
{
    private delegate object? Look(object part);

    private static readonly ConditionalWeakTable<Type, Look[]> Known = [];

    /// <summary>Whether objects of such a type have an owner.</summary>
    internal static bool IsPart(Type type) => LooksOf(type).Length > 0;

    /// <summary>The owners of an object as it is now.</summary>
    internal static IEnumerable<object> Of(object part)
    {
        foreach (var look in LooksOf(part.GetType()))
        {
            if (look(part) is { } owner && owner != part) yield return owner;
        }
    }

    private static Look[] LooksOf(Type type) => Known.GetValue(type, static t => [.. Find(t)]);

    private static IEnumerable<Look> Find(Type type)
    {
        type = LibraryTypes.LibraryBase(type);
        if (typeof(XObject).IsAssignableFrom(type)) return [static p => RootOf((XObject)p)];
        if (typeof(JsonNode).IsAssignableFrom(type)) return [static p => ((JsonNode)p).Root];
        if (typeof(XmlNode).IsAssignableFrom(type)) return [static p => ((XmlNode)p).OwnerDocument];
        if (typeof(XmlNamespaceManager).IsAssignableFrom(type))
            return [static p => ((XmlNamespaceManager)p).NameTable];
        if (type == typeof(DataRow)) return [static p => ((DataRow)p).Table];
        if (type == typeof(DataColumn)) return [static p => ((DataColumn)p).Table];
        // A table that writes its schema gets a data set for that time.
        if (type == typeof(DataTable)) return [static p => ((DataTable)p).DataSet];
        if (type == typeof(DataView)) return [static p => ((DataView)p).Table];
        if (type == typeof(DataRowView)) return [static p => ((DataRowView)p).Row.Table];
        if (type.IsConstructedGenericType
            && type.GetGenericTypeDefinition() == typeof(LinkedListNode<>))
            return [Property(type, nameof(LinkedListNode<int>.List))];
        return LooksInside(type) ? Fields(type) : [];
    }

    /// <summary>Keys, values, enumerators: nested in a collection. Wrappers of collections.</summary>
    private static bool LooksInside(Type type) => type.Namespace switch
    {
        "System.Collections.ObjectModel" => true,
        "System.Data" or "System.Xml" or "System.Xml.Linq" or "System.Text.Json.Nodes" =>
            typeof(IEnumerable).IsAssignableFrom(type) || typeof(IEnumerator).IsAssignableFrom(type),
        "System.Text.RegularExpressions" => type == typeof(GroupCollection)
            || type == typeof(CaptureCollection),
        // Their content never changes, or is copied.
        "System.Collections.Immutable" or "System.Collections.Frozen"
            or "System.Collections.Concurrent" => false,
        { } space when space.StartsWith("System.Collections", StringComparison.Ordinal) =>
            type.IsNested || typeof(IEnumerator).IsAssignableFrom(type),
        _ => false,
    };

    /// <summary>The collections that it holds.</summary>
    private static IEnumerable<Look> Fields(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public
            | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            foreach (var field in t.GetFields(all))
            {
                if (IsCollection(field.FieldType)
                    || typeof(DataTable).IsAssignableFrom(field.FieldType)
                    || typeof(Group).IsAssignableFrom(field.FieldType))
                    yield return field.GetValue;
            }
        }
    }

    private static bool IsCollection(Type type) =>
        type != typeof(string) && !type.IsArray && !type.Name.Contains("Compar", StringComparison.Ordinal)
        && (typeof(IEnumerable).IsAssignableFrom(type)
            || type is { IsClass: true, IsNested: false, Namespace: "System.Collections.Generic" });

    private static Look Property(Type type, string name) => type.GetProperty(name)!.GetValue;

    private static XObject RootOf(XObject part)
    {
        var root = part;
        while (root.Parent is { } parent) root = parent;
        return root.Document ?? root;
    }
}
