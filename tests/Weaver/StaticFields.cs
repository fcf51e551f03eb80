using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Weaving;

/// <summary>
/// The static initializer of a type becomes a method that can run again in each execution, after
/// the static fields have been reset.
/// </summary>
sealed class StaticFields
{
    const string InitializerName = "<.cctor>Initialize";
    const string ResetName = "<.cctor>Reset";

    readonly TypeDefinition type;
    readonly MethodDefinition? initializer;

    StaticFields(TypeDefinition type)
    {
        this.type = type;
        initializer = type.GetStaticConstructor();
        if (initializer is null)
            return;
        initializer.Name = InitializerName;
        initializer.IsSpecialName = initializer.IsRuntimeSpecialName = false;
    }

    /// <summary>Null for a type without static state of the source's.</summary>
    public static StaticFields? Of(TypeDefinition type) => HasState(type) ? new(type) : null;

    /// <summary>
    /// Where the number of a field's type is kept, by which the explorer knows its statics; null if
    /// they are never reset.
    /// </summary>
    public static FieldReference? NumberOf(FieldReference field, ModuleWeave module)
    {
        if (field.DeclaringType.Resolve() is not { } type)
            return null;
        var isKept = module.Owns(type)
            ? HasState(type)
            : type.Fields.Any(f => f.Name == Hook.TypeNumber);
        return isKept ? new(Hook.TypeNumber, module.Types.Int32, field.DeclaringType) : null;
    }

    /// <summary>What was a static constructor.</summary>
    public static bool IsInitializer(MethodDefinition method) =>
        method.Name is InitializerName or ".cctor";

    /// <summary>
    /// The same for a method at whose entry the runtime runs the type's static constructor; else null.
    /// In a type without a static constructor in its source, only an access to a static field runs
    /// the initializer (ECMA-335, II.10.5.3.1).
    /// </summary>
    public static FieldReference? NumberFor(MethodDefinition method, ModuleWeave module)
    {
        var type = method.DeclaringType;
        return type.Methods.Any(IsInitializer) && !type.IsBeforeFieldInit && HasState(type)
            && !IsInitializer(method)
            && (method.IsStatic || method.IsConstructor || type.IsValueType || type.IsInterface)
                ? new(Hook.TypeNumber, module.Types.Int32, type.OnItself())
                : null;
    }

    /// <summary>Last, for the passes have to know which fields are read-only.</summary>
    public void MakeResettable(ModuleWeave module)
    {
        foreach (var field in type.Fields.Where(IsState))
            field.IsInitOnly = false;
        var reset = MakeReset(module.Types);
        MakeConstructor(module, reset);
    }

    static readonly ConditionalWeakTable<TypeDefinition, object> known = [];

    static bool HasState(TypeDefinition type) => (bool)known.GetValue(type, static t => Look(t));

    static bool Look(TypeDefinition type) =>
        !type.IsDelegateCache() && !type.IsCompilersOwn()
        && (type.Methods.Any(IsInitializer)
            || type.Fields.Any(f => IsState(f) || f.IsStatic && SharedFields.IsThreadStatic(f)));

    /// <summary>Each operation has [ThreadStatic] fields of its own, fresh as it is.</summary>
    static bool IsState(FieldDefinition field) =>
        field is { IsStatic: true, IsLiteral: false, Name: not Hook.TypeNumber } && field.RVA == 0
        && !SharedFields.IsThreadStatic(field);

    MethodDefinition MakeReset(TypeSystem types)
    {
        var reset = Add(ResetName, MethodAttributes.Private, types);
        var il = reset.Body.GetILProcessor();
        foreach (var field in type.Fields.Where(IsState))
        {
            var reference = field.OnItself();
            il.Emit(OpCodes.Ldsflda, reference);
            il.Emit(OpCodes.Initobj, field.FieldType.Plain());
        }
        if (initializer is not null)
            il.Emit(OpCodes.Call, initializer.OnItself());
        il.Emit(OpCodes.Ret);
        return reset;
    }

    void MakeConstructor(ModuleWeave module, MethodDefinition reset)
    {
        const MethodAttributes special =
            MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
        var constructor = Add(".cctor", MethodAttributes.Private | special, module.Types);
        var il = constructor.Body.GetILProcessor();
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ldftn, reset.OnItself());
        il.Emit(OpCodes.Newobj, ActionConstructor(module));
        il.Append(module.Hooks.Call(nameof(Hook.Statics)));
        var number = new FieldDefinition(
            Hook.TypeNumber, FieldAttributes.Public | FieldAttributes.Static, module.Types.Int32);
        type.Fields.Add(number);
        il.Emit(OpCodes.Stsfld, number.OnItself());
        il.Emit(OpCodes.Ldsfld, number.OnItself());
        il.Append(module.Hooks.Call(nameof(Hook.Prepare)));
        il.Emit(OpCodes.Ret);
    }

    static MethodReference ActionConstructor(ModuleWeave module)
    {
        var constructor = new MethodReference(".ctor", module.Types.Void, module.Hooks.Action)
        {
            HasThis = true,
        };
        constructor.Parameters.Add(new(module.Types.Object));
        constructor.Parameters.Add(new(module.Types.IntPtr));
        return constructor;
    }

    MethodDefinition Add(string name, MethodAttributes attributes, TypeSystem types)
    {
        var method = new MethodDefinition(
            name, attributes | MethodAttributes.Static | MethodAttributes.HideBySig, types.Void);
        type.Methods.Add(method);
        return method;
    }
}
