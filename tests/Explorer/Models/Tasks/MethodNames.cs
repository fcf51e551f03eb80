using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>What the source calls an async method, by the type the compiler makes of it.</summary>
internal static class MethodNames
{
    private const int Longest = 24;

    private static readonly ConditionalWeakTable<Type, string> Known = [];

    /// <summary>"Load" for <c>&lt;Load&gt;d__3</c>; "lambda in Load" for what has no name there.</summary>
    internal static string Of(Type machine) =>
        Known.GetValue(machine, static type => Of(type.Name));

    /// <summary>"Load", then "Load, 2nd call": short enough for the head of a column.</summary>
    internal static string OfCall(Type machine, int number)
    {
        var name = Of(machine);
        if (number == 1) return name;
        var which = $", {Ordinal(number)} call";
        return (name.Length + which.Length <= Longest ? name : name[..(Longest - which.Length - 1)] + "…") + which;
    }

    private static string Ordinal(int number) => number + ((number % 100) is 11 or 12 or 13 ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

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
