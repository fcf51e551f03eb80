using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Serializers read all that they can reach from an object. Getters of the program announce their reads
/// themselves when the serializer calls them; this covers what no hook sees: collections, arrays, and
/// fields that the serializer reads directly.
/// </summary>
internal static class SerializerModel
{
    private const int MostObjects = 1024;

    private const BindingFlags Instance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConditionalWeakTable<Type, FieldInfo[]> Reached = [];

    /// <param name="readsFields">Whether the serializer reads public fields.</param>
    internal static void Read(Operation operation, object? graph, bool readsFields, string site)
    {
        if (graph is null) return;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<object>();
        pending.Enqueue(graph);
        while (pending.TryDequeue(out var next))
        {
            var type = next.GetType();
            if (IsValue(type) || !type.IsValueType && !seen.Add(next)) continue;
            if (seen.Count > MostObjects)
            {
                throw operation.Execution.Refuse($"more than {MostObjects} objects in a serializer",
                    "serialize less at once", site);
            }
            if (WovenAssemblies.IsWoven(type.Assembly))
                Fields(operation, next, readsFields, pending, site);
            if (type.IsValueType) Parts(next, pending);
            else if (!WovenAssemblies.HoldsAll(type))
                ObjectModel.Touch(operation, next, EventKind.ObjectRead, site);
            if (IsCollection(next)) Elements((IEnumerable)next, pending);
        }
    }

    private static void Fields(
        Operation operation, object owner, bool readsFields, Queue<object> pending, string site)
    {
        foreach (var field in Reached.GetValue(owner.GetType(), ReachedFields))
        {
            var isRead = field.IsPublic && (readsFields || IsIncluded(field));
            if (field.IsPublic && !isRead) continue;
            if (isRead && !owner.GetType().IsValueType && !field.IsInitOnly)
                FieldInfoModel.Read(operation, owner, field, site);
            if (field.GetValue(owner) is { } value) pending.Enqueue(value);
        }
    }

    private static void Parts(object value, Queue<object> pending)
    {
        if (WovenAssemblies.IsWoven(value.GetType().Assembly)) return;
        foreach (var field in value.GetType().GetFields(Instance))
        {
            if (field.GetValue(value) is { } part) pending.Enqueue(part);
        }
    }

    private static void Elements(IEnumerable collection, Queue<object> pending)
    {
        foreach (var element in collection)
        {
            if (element is null) continue;
            // Elements of one type that hold no reference: there is nothing below.
            if (IsValue(element.GetType())) break;
            pending.Enqueue(element);
        }
    }

    /// <summary>Public fields, and those behind public properties.</summary>
    private static FieldInfo[] ReachedFields(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
        var fields = new List<FieldInfo>();
        for (var t = type; t is not null && WovenAssemblies.IsWoven(t.Assembly); t = t.BaseType)
        {
            foreach (var field in t.GetFields(Instance | BindingFlags.DeclaredOnly))
            {
                if (field.IsPublic || properties.Any(p => IsBehind(field, p))) fields.Add(field);
            }
        }
        return [.. fields];
    }

    private static bool IsBehind(FieldInfo field, PropertyInfo property) =>
        field.Name.StartsWith('<')
            ? field.Name == $"<{property.Name}>k__BackingField"
            : property.PropertyType.IsAssignableFrom(field.FieldType);

    private static bool IsIncluded(FieldInfo field) =>
        field.CustomAttributes.Any(a => a.AttributeType.Name == "JsonIncludeAttribute");

    /// <summary>Going over a query, or a sequence of the program's own, would run the program.</summary>
    private static bool IsCollection(object it) => it is IEnumerable and not string
        && (it is Array || it.GetType().Namespace?.StartsWith("System.Collections", StringComparison.Ordinal)
            == true);

    private static bool IsValue(Type type) => type == typeof(string) || type.IsPrimitive || type.IsEnum
        || type == typeof(decimal) || typeof(Type).IsAssignableFrom(type)
        || typeof(Delegate).IsAssignableFrom(type)
        || type is { IsValueType: true, Namespace: "System", IsGenericType: false };
}
