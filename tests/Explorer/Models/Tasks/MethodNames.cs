using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>What the source calls an async method, by the type the compiler makes of it.</summary>
internal static class MethodNames
{
    private static readonly ConditionalWeakTable<Type, string> Known = [];

    /// <summary>"Load" for <c>&lt;Load&gt;d__3</c>; "lambda in Load" for what has no name there.</summary>
    internal static string Of(Type machine) => Known.GetValue(machine, static type => Of(type.Name));

    private static string Of(string name)
    {
        var inner = Bracketed(name);
        if (inner.Length == 0) return name;
        if (!inner.StartsWith('<')) return inner;
        var outer = Bracketed(inner);
        var rest = inner[(outer.Length + 2)..];
        return rest.StartsWith("g__", StringComparison.Ordinal)
            ? rest[3..].Split('|')[0]
            : $"lambda in {(outer.StartsWith('<') ? Of(outer) : outer)}";
    }

    /// <summary>The text between the first bracket and the one that closes it.</summary>
    private static string Bracketed(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth == 0) return i == 0 ? "" : name[1..i];
        }
        return "";
    }
}
