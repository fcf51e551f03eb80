namespace Commutation;

/// <summary>Types as C# writes them.</summary>
static class TypeNames
{
    /// <summary>In full, so that no using directive is needed.</summary>
    public static string Full(Type type) => Name(type, isFull: true);

    /// <summary>For a reader.</summary>
    public static string Short(Type type) => Name(type, isFull: false);

    static string Name(Type type, bool isFull)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, isFull)}[{new(',', type.GetArrayRank() - 1)}]";
        if (type == typeof(void)) return "void";
        if (Keywords.GetValueOrDefault(type) is { } keyword) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying, isFull) + "?";
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var prefix = isFull && !string.IsNullOrEmpty(type.Namespace)
            ? $"global::{type.Namespace}." : "";
        return prefix + string.Join('.', Nesting(type).Select(t => Part(t, arguments, isFull)));
    }

    static IEnumerable<Type> Nesting(Type type) =>
        type.DeclaringType is { } outer ? Nesting(outer).Append(type) : [type];

    /// <summary>A nested type has the arguments of the outer one first.</summary>
    static string Part(Type type, Queue<Type> arguments, bool isFull)
    {
        var tick = type.Name.IndexOf('`');
        if (tick < 0) return type.Name;
        var count = int.Parse(type.Name[(tick + 1)..]);
        var own = Enumerable.Range(0, count).Select(_ => Name(arguments.Dequeue(), isFull));
        return $"{type.Name[..tick]}<{string.Join(", ", own)}>";
    }

    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(char)] = "char", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };
}
