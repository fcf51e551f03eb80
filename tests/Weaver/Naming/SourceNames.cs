using Mono.Cecil;

namespace Weaving.Naming;

/// <summary>What the source calls a member, where the compiler calls it otherwise.</summary>
static class SourceNames
{
    /// <summary>"Counter.Increment"; what is inside a method (lambdas, iterators) is named after it.</summary>
    public static string Member(MethodDefinition method)
    {
        var name = method.Name;
        var type = method.DeclaringType;
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
        {
            // <Run>d__5.MoveNext, <>c__DisplayClass3_0.<Run>b__0
            if (Bracketed(type.Name) is { Length: > 0 } owner)
                name = owner;
            type = outer;
        }
        for (var owner = Bracketed(name); owner.Length > 0; owner = Bracketed(name))
            name = owner;
        var typeName = Type(type);
        return $"{typeName}.{Accessor(name, typeName)}";
    }

    /// <summary>"Box" for <c>Box`1</c>; without the mark of a file-local type.</summary>
    public static string Type(TypeReference type)
    {
        var name = type.Name.Split('`')[0];
        return name.StartsWith('<') && name.Contains("__", StringComparison.Ordinal)
            ? name[(name.LastIndexOf("__", StringComparison.Ordinal) + 2)..]
            : name;
    }

    /// <summary>
    /// "Value" for <c>&lt;Value&gt;k__BackingField</c>, "capacity" for <c>&lt;capacity&gt;P</c>,
    /// "i" for the hoisted <c>&lt;i&gt;5__2</c>, "this" for a captured one.
    /// </summary>
    public static string Field(FieldReference field) =>
        field.Name.EndsWith("__this", StringComparison.Ordinal) ? "this"
        : Bracketed(field.Name) is { Length: > 0 } name ? name
        : field.Name.StartsWith('<') ? ""
        : field.Name;

    static string Accessor(string name, string type)
    {
        if (name is ".ctor" or ".cctor" or "<.cctor>")
            return type;
        // An explicit implementation carries the interface's name: "System.IDisposable.Dispose".
        name = name[(name.LastIndexOf('.') + 1)..];
        foreach (var prefix in (string[])["get_", "set_", "add_", "remove_"])
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                name = name[prefix.Length..];
        return name == "Item" ? "this[]" : name;
    }

    /// <summary>The source's name in a compiler's: "Run" in <c>&lt;Run&gt;b__0</c>.</summary>
    static string Bracketed(string name)
    {
        if (!name.StartsWith('<'))
            return "";
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth == 0)
                return name[1..i];
        }
        return "";
    }
}
