using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Commutation.Real;

/// <summary>
/// What a program can see of objects, as text: all getters, and the elements in order.
/// Two objects that are the same object are the same number.
/// </summary>
sealed class Observation
{
    const int MostElements = 16, MostLength = 6_000, MostDepth = 3;

    readonly StringBuilder text = new();
    readonly Dictionary<object, int> seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of the two results and the shared object.</summary>
    public static string Of(object?[] results)
    {
        var observation = new Observation();
        foreach (var result in results)
        {
            observation.Add(result, 0);
            observation.text.Append('\n');
        }
        return observation.text.ToString();
    }

    void Add(object? value, int depth)
    {
        if (text.Length > MostLength) return;
        if (Plain(value) is { } plain) text.Append(plain);
        else if (value is Exception e) text.Append($"!{e.GetType().Name}: {e.Message}");
        else if (!value!.GetType().IsValueType && !seen.TryAdd(value, seen.Count))
            text.Append($"@{seen[value]}");
        else if (depth > MostDepth) text.Append(value.GetType().Name);
        else AddObject(value, depth);
    }

    static string? Plain(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        IFormattable f when value.GetType() is { IsPrimitive: true } or { IsEnum: true }
            || value is decimal or DateTime or DateTimeOffset or TimeSpan or Guid =>
            f.ToString(null, CultureInfo.InvariantCulture),
        bool or char => $"{value}",
        Task task => $"task {task.Status}",
        Delegate or Type or MemberInfo or Assembly or Thread or WaitHandle
            or Encoding or CultureInfo { IsReadOnly: true } => value.GetType().Name,
        _ => null,
    };

    void AddObject(object value, int depth)
    {
        var type = value.GetType();
        text.Append(TypeNames.Short(type)).Append('{');
        if (Content(value) is { } content) text.Append(content);
        if (value is IEnumerable elements) AddElements(elements.GetEnumerator, depth);
        else if (value is IEnumerator enumerator) AddElements(() => enumerator, depth);
        if (type.Name == "Shared")
            foreach (var field in type.GetFields()) Add(field.GetValue(value), depth);
        else if (!type.IsArray)
            foreach (var property in Getters(type)) AddProperty(value, property, depth);
        text.Append('}');
    }

    /// <summary>Where a type has a text or bytes that say all.</summary>
    static string? Content(object value)
    {
        try
        {
            return value switch
            {
                System.Text.Json.Nodes.JsonNode node => node.ToJsonString(),
                System.Xml.Linq.XNode node => node.ToString(),
                System.Xml.XmlNode node => node.OuterXml,
                MemoryStream stream => Convert.ToHexString(stream.ToArray()),
                StringBuilder or StringWriter or System.Text.Json.JsonElement => value.ToString(),
                _ => null,
            };
        }
        catch (Exception e)
        {
            return $"!{e.GetType().Name}";
        }
    }

    void AddElements(Func<IEnumerator> enumerate, int depth)
    {
        text.Append('[');
        try
        {
            var enumerator = enumerate();
            for (var i = 0; i < MostElements && enumerator.MoveNext(); i++)
            {
                Add(enumerator.Current, depth + 1);
                text.Append(' ');
            }
        }
        catch (Exception e)
        {
            text.Append($"!{e.GetType().Name}");
        }
        text.Append(']');
    }

    static readonly Dictionary<Type, PropertyInfo[]> gettersOf = [];

    static PropertyInfo[] Getters(Type type)
    {
        lock (gettersOf)
        {
            if (!gettersOf.TryGetValue(type, out var getters))
                gettersOf[type] = getters = [.. type
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.CanRead && p.GetMethod!.IsPublic
                        && p.GetIndexParameters().Length == 0
                        && !p.PropertyType.IsByRefLike && !p.PropertyType.IsPointer
                        && !p.PropertyType.IsByRef && p.Name is not "SyncRoot"
                        && !typeof(WaitHandle).IsAssignableFrom(p.PropertyType))
                    .OrderBy(p => p.Name, StringComparer.Ordinal)];
            return getters;
        }
    }

    void AddProperty(object value, PropertyInfo property, int depth)
    {
        if (text.Length > MostLength) return;
        text.Append(' ').Append(property.Name).Append('=');
        try
        {
            Add(property.GetValue(value), depth + 1);
        }
        catch (TargetInvocationException e)
        {
            text.Append($"!{e.InnerException!.GetType().Name}");
        }
    }
}
