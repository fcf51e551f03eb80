using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Commutation.Subjects;

namespace Commutation.Calls;

/// <summary>Makes arguments by type, as C#.</summary>
/// <param name="variant">0 or 1: a call comes with two sets of arguments.</param>
sealed class Arguments(Subject subject, int variant)
{
    static readonly string[] buffers =
        ["array", "destination", "buffer", "bytes", "chars", "dest", "span"];

    string Either(string first, string second) => variant == 0 ? first : second;

    /// <returns>Null where no argument can be made.</returns>
    

    public string? For(Type type, string name)
    {
        if (subject.Arguments.TryGetValue(type, out var own)) return own[variant % own.Length];
        if (Nullable.GetUnderlyingType(type) is { } underlying) return For(underlying, name);
        return Simple(type, name) ?? Framework(type, name) ?? (type.IsEnum ? Constant(type)
            : type.IsArray ? Array(type, name)
            : typeof(Delegate).IsAssignableFrom(type) ? Function(type)
            : Spanned(type, name) ?? Several(type, name) ?? Tuple(type, name) ?? Other(type));
    }

    string? Simple(Type type, string name) =>
        type == typeof(int) ? Number(name)
        : type == typeof(string) ? Text(name)
        : type == typeof(object) ? subject.Arguments.TryGetValue(typeof(object), out var own)
            ? own[variant % own.Length] : Either("1", "2")
        : type == typeof(bool) ? Either("true", "false")
        : type == typeof(char) ? Either("'a'", "'b'")
        : type == typeof(long) ? Number(name) + "L"
        : type == typeof(double) ? Either("1.5", "2.0")
        : type == typeof(float) ? Either("1.5f", "2f")
        : type == typeof(decimal) ? Either("1.5m", "2m")
        : type.IsPrimitive && type != typeof(nint) && type != typeof(nuint)
            ? $"({TypeNames.Full(type)}){Number(name)}"
        : null;

    string Number(string name) => name.ToLowerInvariant() switch
    {
        "index" or "startindex" or "arrayindex" or "offset" or "start" => "0",
        "count" or "length" or "size" => "1",
        "capacity" => Either("8", "16"),
        // What has to wait would wait for ever: no other thread helps it.
        "millisecondstimeout" => "0",
        "base" or "frombase" or "tobase" => "10",
        _ => Either("1", "2"),
    };

    string Text(string name) =>
        name is "format" ? Either("\"\"", "null") : Either("\"a\"", "\"b\"");

    string? Framework(Type type, string name) =>
        type == typeof(Type) ? "typeof(int)"
        : type == typeof(IFormatProvider) || type == typeof(CultureInfo)
            ? "System.Globalization.CultureInfo.InvariantCulture"
        : type == typeof(StringComparison) ? "System.StringComparison.Ordinal"
        : type == typeof(StringComparer) ? "System.StringComparer.Ordinal"
        : type == typeof(IComparer) ? "System.Collections.Comparer.DefaultInvariant"
        : type == typeof(IEqualityComparer) ? "System.StringComparer.Ordinal"
        : type == typeof(Encoding) ? "System.Text.Encoding.UTF8"
        : type == typeof(CancellationToken) ? "default"
        : type == typeof(TimeSpan) ? name == "timeout" ? "System.TimeSpan.Zero"
            : Either("System.TimeSpan.FromHours(1)", "System.TimeSpan.Zero")
        : type == typeof(DateTime) ? Either(
            "new System.DateTime(2020, 1, 2)", "new System.DateTime(2021, 3, 4)")
        : type == typeof(DateTimeOffset)
            ? "new System.DateTimeOffset(2020, 1, 2, 0, 0, 0, System.TimeSpan.Zero)"
        : type == typeof(Guid) ? "System.Guid.Empty"
        : type == typeof(Index) ? "new System.Index(0)"
        : type == typeof(Range) ? "0..1"
        : type == typeof(BigInteger) ? Either(
            "new System.Numerics.BigInteger(5)", "new System.Numerics.BigInteger(7)")
        : type == typeof(Rune) ? Either("new System.Text.Rune('a')", "new System.Text.Rune('b')")
        : type == typeof(Stream) ? "new System.IO.MemoryStream(new byte[] { 49, 50 })"
        : type == typeof(TextReader) ? "new System.IO.StringReader(\"a\")"
        : type == typeof(TextWriter) ? "new System.IO.StringWriter()"
        : type == typeof(StringBuilder) ? "new System.Text.StringBuilder(\"s\")"
        : type == typeof(XmlWriter) ? "System.Xml.XmlWriter.Create(new System.IO.StringWriter())"
        : type == typeof(XmlReader)
            ? "System.Xml.XmlReader.Create(new System.IO.StringReader(\"<r/>\"))"
        : type == typeof(XName) ? Either("\"c\"", "\"d\"")
        : type == typeof(ICollection) || type == typeof(IEnumerable) || type == typeof(IList)
            ? Either("new int[] { 1, 5 }", "new int[] { 2 }")
        : type == typeof(IDictionary) ? "new System.Collections.Hashtable { [1] = 2 }"
        : type == typeof(Array) ? "new int[8]"
        : null;

    string Constant(Type type)
    {
        var values = Enum.GetValues(type);
        var value = Convert.ToInt64(values.GetValue(Math.Min(variant, values.Length - 1)),
            CultureInfo.InvariantCulture);
        return $"({TypeNames.Full(type)})({value})";
    }

    string? Array(Type type, string name)
    {
        var element = type.GetElementType()!;
        if (type.GetArrayRank() > 1) return null;
        if (buffers.Contains(name)) return $"new {TypeNames.Full(element)}[8]";
        return For(element, "item") is { } item
            ? $"new {TypeNames.Full(element)}[] {{ {item} }}" : null;
    }

    /// <summary>
    /// A function of its arguments alone: what a callback touches is another issue's question.
    /// </summary>
    string? Function(Type type)
    {
        var invoke = type.GetMethod("Invoke");
        if (invoke is null || invoke.GetParameters().Any(p => p.ParameterType.IsByRef)) return null;
        var parameters = invoke.GetParameters();
        var names = string.Join(", ", parameters.Select((_, i) => $"p{i}"));
        var result = invoke.ReturnType == typeof(void) ? "{ }"
            : invoke.ReturnType == typeof(bool) ? Either("true", "false")
            : System.Array.FindIndex(parameters, p => p.ParameterType == invoke.ReturnType) is var i
                and >= 0 ? $"p{i}"
            : For(invoke.ReturnType, "item");
        return result is null ? null : $"static ({names}) => {result}";
    }

    string? Spanned(Type type, string name)
    {
        if (!type.IsGenericType) return null;
        var open = type.GetGenericTypeDefinition();
        var element = type.GetGenericArguments()[0];
        if (open == typeof(Span<>) || open == typeof(Memory<>))
            return $"new {TypeNames.Full(element)}[8]";
        if (open != typeof(ReadOnlySpan<>) && open != typeof(ReadOnlyMemory<>)) return null;
        var text = element == typeof(char) ? Either("\"a\"", "\"b\"")
            : Array(element.MakeArrayType(), "items");
        return text is null ? null
            : open == typeof(ReadOnlyMemory<>) && element == typeof(char)
                ? $"{text}.ToCharArray()" : text;
    }

    /// <summary>Sequences and comparers.</summary>
    string? Several(Type type, string name)
    {
        if (!type.IsGenericType) return null;
        var arguments = type.GetGenericArguments();
        var open = type.GetGenericTypeDefinition();
        var item = TypeNames.Full(arguments[0]);
        if (open == typeof(IComparer<>) || open == typeof(Comparer<>))
            return $"System.Collections.Generic.Comparer<{item}>.Default";
        if (open == typeof(IEqualityComparer<>))
            return $"System.Collections.Generic.EqualityComparer<{item}>.Default";
        if (open == typeof(IDictionary<,>) || open == typeof(IReadOnlyDictionary<,>))
            return For(arguments[0], "key") is { } key && For(arguments[1], "value") is { } value
                ? $"new System.Collections.Generic.Dictionary<{item}, "
                    + $"{TypeNames.Full(arguments[1])}> {{ [{key}] = {value} }}"
                : null;
        if (arguments.Length != 1) return null;
        var list = typeof(List<>).MakeGenericType(arguments);
        return type.IsInterface && type.IsAssignableFrom(list)
            ? Array(arguments[0].MakeArrayType(), "items") : null;
    }

    string? Tuple(Type type, string name)
    {
        if (!type.IsGenericType || !type.IsValueType) return null;
        var open = type.GetGenericTypeDefinition();
        if (open != typeof(KeyValuePair<,>) && open != typeof(ValueTuple<,>)) return null;
        var items = type.GetGenericArguments().Select(t => For(t, "item")).ToList();
        return items.Contains(null) ? null
            : $"new {TypeNames.Full(type)}({string.Join(", ", items)})";
    }

    /// <summary>An object of another subject, or an empty one.</summary>
    string? Other(Type type)
    {
        if (AllSubjects.Filled(type) is { } filled) return filled;
        return type is { IsAbstract: false, IsByRefLike: false, IsGenericType: false }
            && (type.IsValueType || type.GetConstructor([]) is not null)
            ? $"new {TypeNames.Full(type)}()" : null;
    }
}
