using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Weaving;

/// <summary>
/// The static fields of a type, made fresh for each execution: its initialiser becomes a method
/// that can run again.
/// </summary>
sealed class StaticFields
{
    const string InitialiserName = "<.cctor>Initialise";
    const string ResetName = "<.cctor>Reset";
    const string NumberName = "<.cctor>Number";

    readonly TypeDefinition type;
    readonly MethodDefinition? initialiser;

    StaticFields(TypeDefinition type)
    {
        this.type = type;
        initialiser = type.GetStaticConstructor();
        if (initialiser is null)
            return;
        initialiser.Name = InitialiserName;
        initialiser.IsSpecialName = initialiser.IsRuntimeSpecialName = false;
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
            : type.Fields.Any(f => f.Name == NumberName);
        return isKept ? new(NumberName, module.Types.Int32, field.DeclaringType) : null;
    }

    /// <summary>What was a static constructor: nobody else can see what it sets.</summary>
    public static bool IsInitialiser(MethodDefinition method) =>
        method.Name is InitialiserName or ".cctor";

    /// <summary>Last, for the passes have to know which fields are read-only.</summary>
    public void MakeResettable(ModuleWeave module)
    {
        foreach (var field in type.Fields.Where(IsState))
            field.IsInitOnly = false;
        var reset = MakeReset(module.Types);
        MakeConstructor(module, reset);
    }

    static bool HasState(TypeDefinition type) =>
        !type.IsDelegateCache() && !type.IsCompilersOwn()
        && type.Fields.Any(f => IsState(f) || f.IsStatic && SharedFields.IsThreadStatic(f));

    /// <summary>Each operation has [ThreadStatic] fields of its own, fresh as it is.</summary>
    static bool IsState(FieldDefinition field) =>
        field is { IsStatic: true, IsLiteral: false, Name: not NumberName } && field.RVA == 0
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
        if (initialiser is not null)
            il.Emit(OpCodes.Call, initialiser.OnItself());
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
            NumberName, FieldAttributes.Public | FieldAttributes.Static, module.Types.Int32);
        type.Fields.Add(number);
        il.Emit(OpCodes.Stsfld, number.OnItself());
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
