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
        var location = new Location(Element(method, access, array));
        var kept = method.Temp(IndexType(method, index));
        method.Before(access,
        [
            Instruction.Create(OpCodes.Stloc, kept),
            .. ArrayAndIndex(kept),
            .. isAddress
                ? (Instruction[])[location.Hook(method, nameof(Hook.AddressOfElement))]
                :
                [
                    method.Site(access, method.NameOf(array)),
                    location.Hook(method, nameof(Hook.ReadElement)),
                ],
            Instruction.Create(OpCodes.Ldloc, kept),
        ]);
        if (isAddress && method.IsReadOnly(access))
            Unrestrict(method, access, location, kept);
    }

    /// <summary>
    /// What comes after hands the address to hooks, which take no restricted one: the access stays for
    /// its exceptions alone.
    /// </summary>
    static void Unrestrict(
        MethodWeave method, Instruction access, Location location, VariableDefinition index)
    {
        method.Before(access,
            Instruction.Create(OpCodes.Pop),
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldloc, index));
        method.After(access,
            Instruction.Create(OpCodes.Pop),
            Instruction.Create(OpCodes.Ldloc, index),
            Instruction.Create(OpCodes.Conv_I),
            location.Hook(method, nameof(Hook.Element)));
    }

    static void Store(MethodWeave method, Instruction access)
    {
        var (array, index) = (method.Flow.Peek(access, 2), method.Flow.Peek(access, 1));
        var element = Element(method, access, array);
        var kept = method.Temp(IndexType(method, index));
        var value = method.Temp(element);
        method.Before(access,
        [
            Instruction.Create(OpCodes.Stloc, value),
            Instruction.Create(OpCodes.Stloc, kept),
            .. new Location(element).Write(
                method, ArrayAndIndex(kept), value,
                method.Site(access, method.NameOf(array)), nameof(Hook.WriteElement)),
            Instruction.Create(OpCodes.Ldloc, kept),
            Instruction.Create(OpCodes.Ldloc, value),
        ]);
    }

    /// <summary>From the array on the stack.</summary>
    static Instruction[] ArrayAndIndex(VariableDefinition index) =>
    [
        Instruction.Create(OpCodes.Dup),
        Instruction.Create(OpCodes.Ldloc, index),
        Instruction.Create(OpCodes.Conv_I),
    ];

    static TypeReference Element(MethodWeave method, Instruction access, StackSlot array) =>
        access.Operand as TypeReference
        ?? (array.Type as ArrayType)?.ElementType
        ?? access.ElementType([], method.Module.Types)
        ?? method.Module.Types.Object;

    static TypeReference IndexType(MethodWeave method, StackSlot index) =>
        index.Type?.IsAddress() == true ? method.Module.Types.IntPtr : method.Module.Types.Int32;
}
