using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;
using Weaving.Naming;

namespace Weaving;

/// <summary>One method being woven: its code as compiled, and what the passes add to it.</summary>
sealed class MethodWeave
{
    readonly Edits edits = new();
    readonly Sites sites;
    VariableDefinition? frame;

    public MethodWeave(ModuleWeave module, MethodDefinition method, string? site = null)
    {
        Module = module;
        Method = method;
        Flow = new(method);
        Code = [.. method.Body.Instructions.Where(Flow.Reaches)];
        BaseCall = FindBaseCall();
        sites = new(method, Flow, site);
        Calls = new(module, method);
    }

    public ModuleWeave Module { get; }

    public MethodDefinition Method { get; }

    public StackFlow Flow { get; }

    /// <summary>The instructions that can run, in order.</summary>
    public IReadOnlyList<Instruction> Code { get; }

    public CalleeKinds Calls { get; }

    public Hooks Hooks => Module.Hooks;

    /// <summary>The call of another constructor in a class's constructor.</summary>
    public Instruction? BaseCall { get; }

    /// <summary>A local whose address tells the frame of one call of the method from all others.</summary>
    public VariableDefinition Frame => frame ??= Temp(Module.Types.Int32);

    public void Before(Instruction at, params IEnumerable<Instruction> added) =>
        edits.Before(FirstPrefix(at), added);

    public void After(Instruction at, params IEnumerable<Instruction> added) =>
        edits.After(at, added);

    public void Replace(Instruction at, params IEnumerable<Instruction> replacement)
    {
        for (var prefix = at.Previous; prefix?.IsPrefix() == true; prefix = prefix.Previous)
            edits.Replace(prefix, Instruction.Create(OpCodes.Nop));
        edits.Replace(at, replacement);
    }

    public VariableDefinition Temp(TypeReference type)
    {
        // Verifiable code has only locals that start as zero; where there were none, nobody asked for
        // others ([SkipLocalsInit]).
        Method.Body.InitLocals |= !Method.Body.HasVariables;
        var variable = new VariableDefinition(type.Plain());
        Method.Body.Variables.Add(variable);
        return variable;
    }

    /// <summary>A literal for the place of <paramref name="at"/>, naming what it deals with.</summary>
    public Instruction Site(Instruction at, string target = "") =>
        Instruction.Create(OpCodes.Ldstr, sites.Of(at, target));

    public string NameOf(StackSlot slot) => sites.NameOf(slot);

    public string NameOfResult(Instruction created) => sites.NameOfResult(created);

    /// <summary>
    /// The compiler's own <c>add</c> and <c>remove</c> read the field first and then compare and
    /// exchange it until it is as read: C# promises that they are safe (section 15.8.2).
    /// </summary>
    public bool IsEventAccessor => (Method.IsAddOn || Method.IsRemoveOn)
        && Method.Has("CompilerGeneratedAttribute");

    public bool IsVolatile(Instruction access) => Prefix(access, OpCodes.Volatile) is not null;

    /// <summary>Whether the address that it gives may only be read from.</summary>
    public bool IsReadOnly(Instruction access) => Prefix(access, OpCodes.Readonly) is not null;

    public TypeReference? ConstrainedTo(Instruction call) =>
        Prefix(call, OpCodes.Constrained)?.Operand as TypeReference;

    /// <summary>Before its base is constructed, nobody else can see the object.</summary>
    public bool IsUnseenSelf(Instruction at, StackSlot slot) =>
        BaseCall is not null && at.Offset <= BaseCall.Offset && IsSelf(slot);

    /// <summary>Tells that the type whose number a field keeps is used.</summary>
    public Instruction[] Uses(FieldReference number, Instruction at) =>
    [
        Instruction.Create(OpCodes.Ldsfld, number),
        Site(at, SourceNames.Type(number.DeclaringType)),
        Hooks.Call(nameof(Hook.Uses)),
    ];

    public Instruction[] Refuse(string member, Instruction site) =>
    [
        Instruction.Create(OpCodes.Ldstr, member),
        site,
        Hooks.Call(nameof(Hook.Refuse)),
    ];

    /// <summary>The same of a call that can't be controlled.</summary>
    public Instruction[] Refuse(Callee callee, Instruction site) => callee.Home is { } home
        ? RefuseForeign(callee.Refusal!, home, site)
        : Refuse(callee.Refusal!, site);

    /// <summary>The same of a member in code that isn't seen.</summary>
    public Instruction[] RefuseForeign(string member, string home, Instruction site) =>
    [
        Instruction.Create(OpCodes.Ldstr, member),
        Instruction.Create(OpCodes.Ldstr, home),
        Instruction.Create(OpCodes.Ldstr, Module.Foreign.ToWeave(home)),
        site,
        Hooks.Call(nameof(Hook.Foreign)),
    ];

    public void Apply() => edits.Apply(Method.Body);

    static bool IsSelf(StackSlot slot) =>
        slot.Producer is { Operand: ParameterDefinition { Index: -1 } };

    static Instruction FirstPrefix(Instruction at)
    {
        while (at.Previous?.IsPrefix() == true)
            at = at.Previous;
        return at;
    }

    static Instruction? Prefix(Instruction at, OpCode opCode)
    {
        for (var prefix = at.Previous; prefix?.IsPrefix() == true; prefix = prefix.Previous)
            if (prefix.OpCode == opCode)
                return prefix;
        return null;
    }

    Instruction? FindBaseCall() =>
        Method is { IsConstructor: true, IsStatic: false, DeclaringType.IsValueType: false }
            ? Code.FirstOrDefault(i => i is { OpCode.Code: Mono.Cecil.Cil.Code.Call }
                && i.Operand is MethodReference { Name: ".ctor" } m
                && IsSelf(Flow.Peek(i, m.Parameters.Count)))
            : null;
}
