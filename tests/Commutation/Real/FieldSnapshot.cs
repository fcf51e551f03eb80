using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Commutation.Real;

/// <param name="Owner">The object that has the field.</param>
/// <param name="Field">As the table names it.</param>
sealed record Change(object Owner, string Field);

/// <summary>The values of all fields and elements that an object leads to.</summary>
sealed class FieldSnapshot
{
    const int Most = 4_000;
    const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    readonly List<(object Owner, FieldInfo[] Path, int Index, object? Value)> values = [];
    readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    readonly Queue<object> waiting = new();

    public FieldSnapshot(object root)
    {
        Follow(root);
        while (waiting.TryDequeue(out var next) && values.Count < Most) Visit(next);
    }

    /// <summary>Whether the object led to another one.</summary>
    public bool Includes(object owner) => seen.Contains(owner);

    /// <returns>The first field that has another value now; null if none has.</returns>
    public Change? Change()
    {
        foreach (var (owner, path, index, value) in values)
        {
            var now = Read(owner, path, index);
            if (value is ValueType ? !value.Equals(now) : !ReferenceEquals(value, now))
                return new(owner, $"{owner.GetType().Name.Split('`')[0]}"
                    + (index < 0 ? "" : "[]") + string.Concat(path.Select(f => $".{f.Name}")));
        }
        return null;
    }

    void Follow(object? value)
    {
        if (value is not null && !IsLeaf(value) && seen.Add(value)) waiting.Enqueue(value);
    }

    /// <summary>
    /// The framework shares these between all programs, and fills them as caches: what a program
    /// sees of them does not change.
    /// </summary>
    static bool IsLeaf(object value) => value is string or Type or MemberInfo or Assembly or Thread
        or Delegate or Encoding or CultureInfo { IsReadOnly: true } or CompareInfo
        or XName or XNamespace
        || value.GetType().IsPrimitive
        || value.GetType().Namespace is "System.Reflection" or "System.Runtime.Loader";

    void Visit(object owner)
    {
        if (owner is Array array)
        {
            var element = array.GetType().GetElementType()!;
            // The elements of a grid are seen as what a program observes.
            if (array.Rank > 1 || element.IsPointer) return;
            for (var i = 0; i < array.Length && values.Count < Most; i++)
                Record(owner, element, [], i);
            return;
        }
        foreach (var field in FieldsOf(owner.GetType()))
            Record(owner, field.FieldType, [field], -1);
    }

    void Record(object owner, Type type, FieldInfo[] path, int index)
    {
        if (type.IsPointer || type.IsByRefLike) return;
        if (type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && path.Length < 6)
        {
            foreach (var field in FieldsOf(type))
                Record(owner, field.FieldType, [.. path, field], index);
            return;
        }
        object? value;
        try
        {
            value = Read(owner, path, index);
        }
        // Some fields are the runtime's own.
        catch (FieldAccessException)
        {
            return;
        }
        values.Add((owner, path, index, value));
        if (!type.IsValueType) Follow(value);
    }

    static object? Read(object owner, FieldInfo[] path, int index)
    {
        var value = index < 0 ? owner : ((Array)owner).GetValue(index);
        foreach (var field in path) value = field.GetValue(value);
        return value;
    }

    static readonly Dictionary<Type, FieldInfo[]> fieldsOf = [];

    static FieldInfo[] FieldsOf(Type type)
    {
        lock (fieldsOf)
        {
            if (fieldsOf.TryGetValue(type, out var known)) return known;
            var fields = new List<FieldInfo>();
            for (var t = type; t is not null; t = t.BaseType)
                fields.AddRange(t.GetFields(instance));
            return fieldsOf[type] = [.. fields];
        }
    }
}
