using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>Elements of one-dimensional arrays.</summary>
sealed class ArrayElements : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            var name = instruction.OpCode.Code.ToString();
            if (name.StartsWith("Ldelem", StringComparison.Ordinal))
                Load(method, instruction, isAddress: instruction.OpCode.Code == Code.Ldelema);
            else if (name.StartsWith("Stelem", StringComparison.Ordinal))
                Store(method, instruction);
        }
    }

    static void Load(MethodWeave method, Instruction access, bool isAddress)
    {
        var (array, index) = (method.Flow.Peek(access, 1), method.Flow.Peek(access, 0));
        var element = Element(method, access, array);
        var kept = method.Temp(IndexType(method, index));
        var location = new Location(element);
        var site = method.Site(access, method.NameOf(array));
        method.Before(access,
        [
            Instruction.Create(OpCodes.Stloc, kept),
            .. OwnerAndAddress(element, kept),
            .. isAddress
                ? (Instruction[])[location.Hook(method, nameof(Hook.Address))]
                : [site, location.Hook(method, nameof(Hook.Read))],
            Instruction.Create(OpCodes.Ldloc, kept),
        ]);
    }

    static void Store(MethodWeave method, Instruction access)
    {
        var (array, index) = (method.Flow.Peek(access, 2), method.Flow.Peek(access, 1));
        var element = Element(method, access, array);
        var kept = method.Temp(IndexType(method, index));
        var value = method.Temp(element);
        var site = method.Site(access, method.NameOf(array));
        method.Before(access,
        [
            Instruction.Create(OpCodes.Stloc, value),
            Instruction.Create(OpCodes.Stloc, kept),
            .. new Location(element).Write(
                method, OwnerAndAddress(element, kept), value, site, nameof(Hook.Write)),
            Instruction.Create(OpCodes.Ldloc, kept),
            Instruction.Create(OpCodes.Ldloc, value),
        ]);
    }

    /// <summary>From the array on the stack; <c>readonly.</c>, for it may be one of a derived type.</summary>
    static Instruction[] OwnerAndAddress(TypeReference element, VariableDefinition index) =>
    [
        Instruction.Create(OpCodes.Dup),
        Instruction.Create(OpCodes.Dup),
        Instruction.Create(OpCodes.Ldloc, index),
        Instruction.Create(OpCodes.Readonly),
        Instruction.Create(OpCodes.Ldelema, element),
    ];

    static TypeReference Element(MethodWeave method, Instruction access, StackSlot array) =>
        access.Operand as TypeReference
        ?? (array.Type as ArrayType)?.ElementType
        ?? access.ElementType([], method.Module.Types)
        ?? method.Module.Types.Object;

    static TypeReference IndexType(MethodWeave method, StackSlot index) =>
        index.Type?.IsAddress() == true ? method.Module.Types.IntPtr : method.Module.Types.Int32;
}
