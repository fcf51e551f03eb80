using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Variables that library code reads or writes through an address: <c>count.ToString()</c>,
/// <c>int.TryParse(text, out count)</c>. What isn't marked read-only counts as written.
/// </summary>
sealed class PassedAddresses : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj))
                continue;
            var callee = method.Calls.Of(instruction);
            // What lies behind those addresses isn't always of their type: see RawAccesses.
            if (callee.Kind == CalleeKind.Unwoven && callee.Reference.Name != ".ctor"
                && !RawMemory.OnlyAddresses(callee.Reference)
                && RawMemory.Of(callee.Reference) is null)
                Hooked(method, instruction, (MethodReference)instruction.Operand);
        }
    }

    static void Hooked(MethodWeave method, Instruction call, MethodReference callee)
    {
        var count = callee.Parameters.Count;
        var passed = Enumerable.Range(0, count)
            .Where(i => callee.Parameters[i].ParameterType.Plain() is ByReferenceType)
            .Where(i => Addresses.MayBeShared(method.Flow.Peek(call, count - 1 - i), method.Flow))
            .ToList();
        var receiver = callee.HasThis ? method.Flow.Peek(call, count) : default;
        var hasReceiver = callee.HasThis && receiver.Type is ByReferenceType
            && Addresses.MayBeShared(receiver, method.Flow);
        if (passed.Count == 0 && !hasReceiver)
            return;

        var spilled = Spill.Arguments(method, callee);
        // A reference to a method has no attributes.
        var parameters = callee.Resolve()?.Parameters ?? callee.Parameters;
        method.Before(call, spilled.Store);
        if (hasReceiver)
            method.Before(call, Access(method, call, receiver,
                Instruction.Create(OpCodes.Dup), ReadsReceiver(method, call, callee)));
        foreach (var i in passed)
        {
            // The address stays under what the hook takes.
            method.Before(call, Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]));
            method.Before(call, Access(method, call, method.Flow.Peek(call, count - 1 - i),
                Instruction.Create(OpCodes.Dup),
                IsIn(callee.Parameters[i]) || IsIn(parameters[i])));
            method.Before(call, Instruction.Create(OpCodes.Pop));
        }
        method.Before(call, spilled.Load);
    }

    static IEnumerable<Instruction> Access(
        MethodWeave method, Instruction call, StackSlot address, Instruction load, bool isRead)
    {
        var type = ((ByReferenceType)address.Type!.Plain()).ElementType.Plain();
        var location = new Location(type);
        var site = method.Site(call, method.NameOf(address));
        return [load, site,
            location.Hook(method, isRead ? nameof(Hook.ReadRef) : nameof(Hook.PassRef))];
    }

    static bool ReadsReceiver(MethodWeave method, Instruction call, MethodReference callee)
    {
        if (method.ConstrainedTo(call) is { } constraint)
            return constraint is GenericParameter || !constraint.IsStruct()
                || constraint.Definition() is var own && (own.IsPrimitive || own.IsEnum || IsReadOnly(own));
        var type = callee.DeclaringType.Definition();
        return type.IsPrimitive || type.IsEnum || IsReadOnly(type)
            || callee.Resolve() is { } definition && IsReadOnly(definition)
            || callee.Name.StartsWith("get_", StringComparison.Ordinal);
    }

    static bool IsIn(ParameterDefinition parameter) =>
        parameter.IsIn || parameter.ParameterType is RequiredModifierType || IsReadOnly(parameter);

    static bool IsReadOnly(ICustomAttributeProvider provider) => provider.Has("IsReadOnlyAttribute");
}
