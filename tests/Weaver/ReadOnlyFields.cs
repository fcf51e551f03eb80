using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Weaving;

/// <summary>
/// Read-only fields of structs: a struct lives in a variable, so a hook is handed the address of
/// what it reads. Verifiable code may only take that of a field that isn't read-only (ECMA-335
/// III.4.11); the compiler has seen to it already that no one writes there.
/// </summary>
static class ReadOnlyFields
{
    /// <summary>
    /// First: what <c>Unsafe.AsRef</c> makes a reference to may be written at any time, like a
    /// field that isn't read-only.
    /// </summary>
    public static void OpenThoseOfAsRef(ModuleDefinition module)
    {
        var methods = module.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.HasCode());
        foreach (var instruction in methods.SelectMany(m => m.Body.Instructions))
            if (instruction is
                {
                    OpCode.Code: Code.Ldflda or Code.Ldsflda, Operand: FieldReference field,
                    Next.Operand: MethodReference
                    {
                        Name: "AsRef",
                        DeclaringType.FullName: "System.Runtime.CompilerServices.Unsafe",
                    },
                }
                && field.Resolve() is { IsInitOnly: true } definition
                && definition.Module == module)
                definition.IsInitOnly = false;
    }

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
