using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Naming;

namespace Weaving.Control;

/// <summary>What is to be done about each call of a method.</summary>
sealed class CalleeKinds(ModuleWeave module, MethodDefinition method)
{
    readonly Dictionary<Instruction, Callee> known = [];

    /// <param name="call">A call, callvirt, newobj, ldftn or ldvirtftn.</param>
    public Callee Of(Instruction call)
    {
        if (!known.TryGetValue(call, out var callee))
            known[call] = callee = Judge(call);
        return callee;
    }

    Callee Judge(Instruction call)
    {
        var called = (MethodReference)call.Operand;
        if (call.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference constraint })
            called = Seen(called, constraint);

        var type = called.DeclaringType;
        if (type is ArrayType)
            return new(CalleeKind.Woven, called);
        if (module.IsWoven(type))
            return called.Resolve() switch
            {
                { IsPInvokeImpl: true } =>
                    new(CalleeKind.Refused, called, Refusal: $"native code ({called.Name})"),
                { } own when own.Has("UnsafeAccessorAttribute") && LeadsToLibrary(own) =>
                    new(CalleeKind.Refused, called, Refusal: $"[UnsafeAccessor] {called.Name}"),
                _ => new(CalleeKind.Woven, called),
            };
        if (Home(call, called) is { } home)
            return new(CalleeKind.Refused, called, Refusal: MemberNames.Full(called), Home: home);
        if (IsBaseConstructor(call, called))
            return Controlled.RefusalOfBase(called) is { } name
                ? new(CalleeKind.Refused, called, Refusal: name)
                : new(CalleeKind.Unwoven, called);
        if (IsThroughInterface(call, called))
            return new(CalleeKind.Unwoven, called);
        if (IsOfBase(call, called))
        {
            if (module.Models.Find(called, call, Models.OfBase + called.Name) is { } own)
                return new(CalleeKind.Modelled, called, Model: own);
            // The model of the member would call the override again.
            if (module.Models.Find(called, call) is not null)
                return new(CalleeKind.Refused, called, Refusal: $"base.{called.Name}");
        }
        if (module.Models.Find(called, call) is { } model)
            return new(CalleeKind.Modelled, called, Model: model);
        if (module.Replacements.Includes(type))
            return new(CalleeKind.Woven, called);
        return Controlled.Refusal(called, method) is { } member
            ? new(CalleeKind.Refused, called, Refusal: member)
            : new(CalleeKind.Unwoven, called);
    }

    /// <summary>
    /// Whether an accessor is of a member that isn't woven: it says so by its first parameter, or by what
    /// it makes.
    /// </summary>
    bool LeadsToLibrary(MethodDefinition accessor)
    {
        var type = accessor.HasParameters ? accessor.Parameters[0].ParameterType : accessor.ReturnType;
        return type is ByReferenceType reference ? !module.IsWoven(reference.ElementType)
            : !module.IsWoven(type);
    }

    /// <summary>
    /// Of foreign code: the member's own, or that of the struct behind an interface's member. An
    /// enumeration has no code, whoever declares it.
    /// </summary>
    string? Home(Instruction call, MethodReference called) =>
        module.Foreign.HomeOf(called)
        ?? (call.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference constraint }
            && constraint.IsStruct() && !constraint.Definition().IsEnum
                ? module.Foreign.HomeOf(constraint)
                : null);

    bool IsBaseConstructor(Instruction call, MethodReference called) =>
        method is { IsConstructor: true, IsStatic: false }
        && call.OpCode.Code == Code.Call && called.Name == ".ctor"
        && method.DeclaringType.BaseType?.GetElementType().FullName
            == called.DeclaringType.GetElementType().FullName;

    /// <summary>An override's call of what it overrides.</summary>
    bool IsOfBase(Instruction call, MethodReference called) =>
        call.OpCode.Code == Code.Call && called.HasThis && called.Name != ".ctor"
        && method.DeclaringType.BaseType?.GetElementType().FullName
            == called.DeclaringType.GetElementType().FullName
        && called.Resolve() is { IsVirtual: true };

    /// <summary>Of a struct, or of a T that may be one: its receiver is an address.</summary>
    static bool IsThroughInterface(Instruction call, MethodReference called) =>
        call.Previous is { OpCode.Code: Code.Constrained }
        && called.DeclaringType.GetElementType().FullName is
            "System.IDisposable" or "System.IProgress`1";

    /// <summary>
    /// The struct's own method behind the interface's: <c>using (token.Register(...))</c> disposes
    /// of a struct through <c>constrained.</c>.
    /// </summary>
    static MethodReference Seen(MethodReference called, TypeReference constraint)
    {
        if (constraint is GenericParameter || !constraint.IsStruct())
            return called;
        var own = constraint.Definition().Methods.FirstOrDefault(m => m.Name == called.Name
            && m.Parameters.Count == called.Parameters.Count
            && !m.HasGenericParameters);
        if (own is null)
            return called;
        var seen = new MethodReference(called.Name, called.ReturnType, constraint) { HasThis = true };
        foreach (var parameter in called.Parameters)
            seen.Parameters.Add(new(parameter.ParameterType));
        return seen;
    }
}
