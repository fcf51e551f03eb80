using Mono.Cecil;

namespace Weaving;

/// <summary>Which fields two operations may share and change.</summary>
static class SharedFields
{
    public static bool Skips(FieldReference reference)
    {
        if (reference.Name.StartsWith("<>", StringComparison.Ordinal)
            || reference.Name.StartsWith("CS$<>", StringComparison.Ordinal))
            return true;
        var field = reference.Definition();
        var type = field.DeclaringType;
        return field.IsInitOnly || field.IsLiteral
            || type.IsCompilersOwn() || type.IsDelegateCache() || type.IsStateMachine()
            || type.IsRefStruct();
    }

    public static bool IsThreadStatic(FieldReference field) =>
        field.Definition().Has("ThreadStaticAttribute");
}
