using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Weaving.Flow;

namespace Weaving.Control;

/// <summary>
/// What is under construction when others may see it: the places where a constructor lets
/// <c>this</c> get out, and the read-only fields that may be written after that. All other
/// read-only fields can be read without an event.
/// </summary>
sealed class Constructions
{
    readonly ModuleWeave module;
    readonly ModuleDefinition compiled;
    readonly Dictionary<MethodDefinition, List<Instruction>> ways = [];
    readonly HashSet<MethodDefinition> asked = [];

    /// <summary>Looks at every constructor before any is woven.</summary>
    public Constructions(ModuleWeave module, ModuleDefinition compiled)
    {
        (this.module, this.compiled) = (module, compiled);
        var makers = compiled.GetAllTypes()
            .Where(t => t is { IsValueType: false, IsInterface: false } && !t.IsCompilersOwn())
            .SelectMany(t => t.Methods).Where(m => m.HasCode() && IsMaker(m)).ToList();
        foreach (var maker in makers)
            WaysOf(maker);
        foreach (var maker in makers)
            foreach (var field in WrittenLate(maker))
                SharedFields.AddLate(field);
    }

    /// <summary>
    /// Where <c>this</c> gets out of a constructor or an <c>init</c> accessor, if that can matter.
    /// </summary>
    public IReadOnlyCollection<Instruction> Of(MethodDefinition method) =>
        IsMaker(method) && MayHaveLate(method.DeclaringType)
            && ways.TryGetValue(method, out var known) ? known : [];

    /// <summary>Of its own, or of a class that it derives from or that derives from it.</summary>
    static bool MayHaveLate(TypeDefinition type)
    {
        for (TypeDefinition? t = type; t is not null; t = t.BaseType?.Resolve())
            if (t.Fields.Any(SharedFields.IsLate))
                return true;
        return !type.IsSealed;
    }

    static bool IsMaker(MethodDefinition method) =>
        !method.IsStatic && (method.IsConstructor || IsInit(method));

    static bool IsInit(MethodDefinition method) =>
        method.ReturnType is RequiredModifierType { ModifierType.Name: "IsExternalInit" };

    List<Instruction> WaysOf(MethodDefinition method)
    {
        if (ways.TryGetValue(method, out var known))
            return known;
        method.Body.SimplifyMacros();
        try
        {
            return ways[method] = new SelfFlow(method, new(method), GetsOutOf).Ways();
        }
        catch (WeaveException)
        {
            // Weaving it says the same, and where.
            return ways[method] = [];
        }
    }

    /// <summary>Of a method that calls itself, nothing is known: it does.</summary>
    bool GetsOutOf(MethodDefinition method)
    {
        if (!ways.ContainsKey(method) && !asked.Add(method))
            return true;
        return WaysOf(method).Count > 0;
    }

    IEnumerable<FieldDefinition> WrittenLate(MethodDefinition maker)
    {
        var goesBack = maker.Body.Instructions.Any(i => i.Targets().Any(t => t.Offset <= i.Offset));
        var constructed = maker.IsConstructor ? BaseCall(maker) : null;
        var isSeenBefore = maker.IsConstructor
            ? constructed is not null && LetsOut((MethodReference)constructed.Operand)
            : CanBeSeenAlready(maker.DeclaringType);
        var first = isSeenBefore || goesBack && ways[maker].Count > 0 ? -1
            : ways[maker].Count > 0 ? ways[maker][0].Offset
            : int.MaxValue;
        return maker.Body.Instructions
            .Where(i => i.OpCode.Code is Code.Stfld or Code.Ldflda
                && i.Offset > Math.Max(first, constructed?.Offset ?? -1))
            .Select(i => ((FieldReference)i.Operand).Resolve())
            .Where(f => f is { IsInitOnly: true, IsStatic: false }
                && f.DeclaringType == maker.DeclaringType);
    }

    /// <summary>By a constructor that has ended: that of the class or of a derived one.</summary>
    bool CanBeSeenAlready(TypeDefinition type) =>
        !type.IsSealed || type.Methods.Any(m => m.IsConstructor && !m.IsStatic && LetsOut(m));

    /// <summary>
    /// Whether a constructor, or one that it calls first, lets the object get out.
    /// </summary>
    bool LetsOut(MethodReference constructor)
    {
        for (var next = constructor; next is not null; next = Before(next))
        {
            if (!module.IsWoven(next.DeclaringType) || next.Resolve() is not { } definition
                || !definition.HasCode())
                return false;
            if (definition.Module != compiled
                ? definition.Body.Instructions.Any(i => i.Operand is MethodReference
                    { Name: nameof(Hook.Exposes), DeclaringType.Name: nameof(Hook) })
                : WaysOf(definition).Count > 0)
                return true;
        }
        return false;
    }

    static MethodReference? Before(MethodReference constructor) =>
        BaseCall(constructor.Resolve())?.Operand as MethodReference;

    static Instruction? BaseCall(MethodDefinition constructor)
    {
        string?[] types =
        [
            constructor.DeclaringType.FullName,
            constructor.DeclaringType.BaseType?.GetElementType().FullName,
        ];
        return constructor.Body.Instructions.FirstOrDefault(i => i.OpCode.Code == Code.Call
            && i.Operand is MethodReference { Name: ".ctor", HasThis: true } called
            && types.Contains(called.DeclaringType.GetElementType().FullName));
    }
}
