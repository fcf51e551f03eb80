using Mono.Cecil;

namespace Weaving.Naming;

/// <summary>Members of libraries, in full: "System.Threading.Mutex..ctor".</summary>
static class MemberNames
{
    public static string Full(MemberReference member) =>
        $"{Full(member.DeclaringType.GetElementType())}.{member.Name}";

    /// <summary>As in source, without namespaces: "Console.ReadLine", "new Regex".</summary>
    public static string Short(MethodReference member)
    {
        var type = member.DeclaringType.GetElementType().Name.Split('`')[0];
        var isAccessor = member.Name.StartsWith("get_") || member.Name.StartsWith("set_");
        var name = isAccessor ? member.Name["get_".Length..] : member.Name;
        return member.Name == ".ctor" ? $"new {type}" : $"{type}.{name}";
    }

    static string Full(TypeReference type)
    {
        var owner = type.DeclaringType is { } outer ? Full(outer) : type.Namespace;
        var name = type.Name.Split('`')[0];
        var parameters = type.Definition().GenericParameters
            .Skip(type.DeclaringType?.Definition().GenericParameters.Count ?? 0)
            .Select(p => p.Name).ToList();
        return parameters.Count == 0
            ? $"{owner}.{name}"
            : $"{owner}.{name}<{string.Join(", ", parameters)}>";
    }
}
