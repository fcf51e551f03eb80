using System.Reflection;
using Commutation.Subjects;

namespace Commutation.Calls;

/// <summary>Writes calls of members as C#.</summary>
static class CallText
{
    /// <summary>A call of a method, with arguments made by type.</summary>
    /// <param name="target">What is before the dot.</param>
    /// <param name="self">The parameter that gets the shared object; null for none.</param>
    /// <param name="returned">What the call's C# returns in place of a result.</param>
    /// <returns>Null where an argument can't be made.</returns>
    public static Call? Of(MethodInfo method, string target, Subject subject, int variant,
        ParameterInfo? self = null, string? returned = null)
    {
        var arguments = new Arguments(subject, variant);
        List<string> before = [], after = [], passed = [], shown = [];
        foreach (var parameter in method.GetParameters())
        {
            if (parameter == self)
            {
                passed.Add("x");
                shown.Add("x");
                continue;
            }
            var type = parameter.ParameterType;
            if (parameter.IsOut)
            {
                after.Add($"o{passed.Count}");
                passed.Add($"out var o{passed.Count}");
                shown.Add("out _");
                continue;
            }
            if (type.IsByRef) type = type.GetElementType()!;
            if (arguments.For(type, parameter.Name ?? "index") is not { } text) return null;
            shown.Add(Shown(text));
            var local = $"a{passed.Count}";
            if (parameter.ParameterType.IsByRef && !parameter.IsIn)
            {
                before.Add($"{TypeNames.Full(type)} {local} = {text};");
                passed.Add($"ref {local}");
                after.Add(local);
            }
            // A buffer that the call fills is a part of its result.
            else if (text.EndsWith("[8]", StringComparison.Ordinal))
            {
                before.Add($"var {local} = {text};");
                passed.Add(local);
                after.Add(local);
            }
            else
            {
                // Without its type, it could be an argument of another overload.
                passed.Add(text is "null" or "default"
                    || text.StartsWith("static ", StringComparison.Ordinal)
                    ? $"({TypeNames.Full(type)})({text})" : text);
            }
        }
        if (returned is not null) after = [returned];
        return Write(method, target, before, after, passed, shown);
    }

    static string Shown(string text)
    {
        text = text.Replace("global::", "", StringComparison.Ordinal);
        foreach (var name in shortened) text = text.Replace(name, "", StringComparison.Ordinal);
        return text;
    }

    static readonly string[] shortened =
    [
        "System.Collections.Generic.", "System.Collections.", "System.Globalization.",
        "System.Text.Json.", "System.Text.", "System.IO.", "System.Xml.", "System.",
    ];

    static Call? Write(MethodInfo method, string target, List<string> before, List<string> after,
        List<string> passed, List<string> shown)
    {
        var type = method.DeclaringType!;
        var text = Expression(method, target, passed);
        var ending = Expression(method, "", shown);
        var name = method.IsStatic ? TypeNames.Short(type) + ending
            : target is "x" ? ending.TrimStart('.') : Shown(target) + ending;
        var result = method.ReturnType;
        var member = $"{TypeNames.Short(type).Split('<')[0]}.{Bare(method)}";
        if (result == typeof(void))
            return new(name, member, Body(before, $"{text};", null, after));
        if (result.IsByRef) result = result.GetElementType()!;
        if (result.IsPointer) return null;
        // It may be asked only once; its task shows how it ended.
        if (result == typeof(ValueTask) || result.IsGenericType
            && result.GetGenericTypeDefinition() == typeof(ValueTask<>)) text += ".AsTask()";
        if (result.IsByRefLike)
        {
            if (!result.IsGenericType || !IsSpan(result)) return null;
            text += ".ToArray()";
        }
        else if (type == typeof(Enumerable) && IsDeferred(result))
        {
            text += ".ToArray()";
        }
        return new(name, member, Body(before, $"object? r = {text};", "r", after));
    }

    static string Bare(MethodInfo method) =>
        method.IsSpecialName ? method.Name[(method.Name.IndexOf('_') + 1)..] : method.Name;

    static string Body(List<string> before, string call, string? result, List<string> after)
    {
        var results = after.Prepend(result).OfType<string>().ToList();
        var returned = results.Count switch
        {
            0 => "null",
            1 => results[0],
            _ => $"new object?[] {{ {string.Join(", ", results)} }}",
        };
        return $"{string.Join(' ', before)} {call} return {returned};".TrimStart();
    }

    static string Expression(MethodInfo method, string target, List<string> passed)
    {
        if (method.IsSpecialName && method.GetParameters().Length == 0)
            return $"{target}.{Bare(method)}";
        if (method.IsSpecialName && method.Name.StartsWith("set_", StringComparison.Ordinal))
            return passed.Count == 1 ? $"{target}.{Bare(method)} = {passed[0]}"
                : $"{target}[{string.Join(", ", passed.SkipLast(1))}] = {passed[^1]}";
        if (method.IsSpecialName && method.Name.StartsWith("get_", StringComparison.Ordinal))
            return $"{target}[{string.Join(", ", passed)}]";
        var generic = method.IsGenericMethod && target.Length > 0
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Full))}>" : "";
        return $"{target}.{method.Name}{generic}({string.Join(", ", passed)})";
    }

    static bool IsSpan(Type type) => type.GetGenericTypeDefinition() is var open
        && (open == typeof(Span<>) || open == typeof(ReadOnlySpan<>));

    /// <summary>A query looks at its source when it is enumerated, so it is.</summary>
    static bool IsDeferred(Type type) => type.IsInterface && type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            || type.GetGenericTypeDefinition() == typeof(IOrderedEnumerable<>));
}
