namespace Interleavings.Models;

/// <summary>
/// Marks a static class whose public static methods stand in for the members of
/// <paramref name="type"/>. The weaver redirects calls by name and parameter types: an instance
/// member takes its receiver first (a struct's by ref), a constructor is called <c>New</c>, a property's getter
/// <c>get_Name</c>; each takes the site as its last parameter. Generic parameters of the type come
/// before those of the method. <c>base_Name</c> is what an override calls as its base's. What a model lacks is refused by name.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ModelsAttribute(Type type) : Attribute
{
    public Type Type => type;
}

/// <summary>
/// A stand-in for <paramref name="member"/> to be called where its result is dropped: what isn't
/// looked at commutes.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResultDroppedAttribute(string member) : Attribute
{
    public string Member => member;
}

/// <summary>The stand-in for a type that can't be kept: its uses become uses of the marked type.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReplacesAttribute(string type) : Attribute
{
    /// <summary>The full name in metadata: "System.Threading.Lock/Scope".</summary>
    public string Type => type;
}
