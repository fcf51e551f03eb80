using Mono.Cecil;

namespace Weaving;

/// <summary>
/// Read-only fields of structs: a struct lives in a variable, so a hook is handed the address of what it
/// reads. Verifiable code may only take that of a field that isn't read-only (ECMA-335 III.4.11); the
/// compiler has seen to it already that no one writes there.
/// </summary>
static class ReadOnlyFields
{
    /// <summary>Last, for the passes have to know which fields are read-only.</summary>
    public static void Open(TypeDefinition type)
    {
        if (!type.IsValueType || type.IsEnum || type.IsRefStruct())
            return;
        foreach (var field in type.Fields)
            if (!field.IsStatic)
                field.IsInitOnly = false;
    }
}
