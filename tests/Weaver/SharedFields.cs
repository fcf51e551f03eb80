using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Weaving;

/// <summary>Which fields two operations may share and change.</summary>
static class SharedFields
{
    static readonly ConditionalWeakTable<FieldDefinition, object> late = [];
    static readonly ConditionalWeakTable<ModuleDefinition, object> woven = [];

    public static bool Skips(FieldReference reference)
    {
        if (reference.Name.StartsWith("<>", StringComparison.Ordinal)
            || reference.Name.StartsWith("CS$<>", StringComparison.Ordinal))
            return true;
        var field = reference.Definition();
        var type = field.DeclaringType;
        return IsUnshared(field) || field.IsLiteral
            || type.IsCompilersOwn() || type.IsDelegateCache() || type.IsStateMachine()
            // An instance lives on its thread's stack (C# language reference, "ref structure
            // types").
            || type.IsRefStruct() && !field.IsStatic;
    }

    /// <summary>
    /// A read-only field is never written once it can be read, but in a struct: that lives in a
    /// variable which may be replaced.
    /// </summary>
    static bool IsUnshared(FieldDefinition field) =>
        field.IsInitOnly && !IsLate(field)
        && (field.IsStatic
            // Fields that overlap it may be written.
            || field.DeclaringType is { IsValueType: false, IsExplicitLayout: false });

    /// <summary>
    /// A read-only field that a constructor may write when others can see the object.
    /// </summary>
    public static void AddLate(FieldDefinition field) => late.AddOrUpdate(field, field);

    /// <summary>
    /// Whether it is such a field, or may be: of one in an assembly that is woven already, only the
    /// object can tell.
    /// </summary>
    public static bool IsLate(FieldDefinition field) =>
        field is { IsInitOnly: true, IsStatic: false, DeclaringType.IsValueType: false }
        && (late.TryGetValue(field, out _) || IsWoven(field.Module));

    static bool IsWoven(ModuleDefinition module) =>
        (bool)woven.GetValue(module, static m => WovenMark.IsOn(m.Assembly));

    public static bool IsThreadStatic(FieldReference field) =>
        field.Definition().Has("ThreadStaticAttribute");
}
