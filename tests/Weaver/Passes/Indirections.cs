using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>Reads and writes through addresses: <c>ref</c> parameters, spans, pointers.</summary>
sealed class Indirections : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            var name = instruction.OpCode.Code.ToString();
            if (name.StartsWith("Ldind", StringComparison.Ordinal) || name == nameof(Code.Ldobj))
                Load(method, instruction);
            else if (name.StartsWith("Stind", StringComparison.Ordinal) || name == nameof(Code.Stobj))
                Store(method, instruction);
            else if (instruction.OpCode.Code is Code.Initobj)
                Reset(method, instruction);
            else if (instruction.OpCode.Code is Code.Unbox)
                Unbox(method, instruction);
            else if (instruction is { OpCode.Code: Code.Box, Operand: GenericInstanceType segment }
                && segment.ElementType.FullName == "System.ArraySegment`1")
                method.Before(instruction, method.Refuse("System.ArraySegment<T> as an object",
                    method.Site(instruction, method.NameOf(method.Flow.Peek(instruction)))));
            else if (instruction.OpCode.Code is Code.Unbox_Any)
                ReadBox(method, instruction);
            else if (instruction.OpCode.Code is Code.Cpobj or Code.Cpblk or Code.Initblk)
                Block(method, instruction);
        }
    }

    static void Load(MethodWeave method, Instruction access)
    {
        var address = method.Flow.Peek(access);
        if (!Addresses.MayBeShared(address, method.Flow))
            return;
        method.Before(access,
            Instruction.Create(OpCodes.Dup),
            method.Site(access, method.NameOf(address)),
            new Location(Target(method, access, address)).Hook(
                method, Kind(method, access) + nameof(Hook.ReadRef)));
    }

    static void Store(MethodWeave method, Instruction access)
    {
        var address = method.Flow.Peek(access, 1);
        if (!Addresses.MayBeShared(address, method.Flow))
            return;
        method.Before(access, new Location(Target(method, access, address)).WriteOfTop(
            method,
            [Instruction.Create(OpCodes.Dup)],
            method.Site(access, method.NameOf(address)),
            Kind(method, access) + nameof(Hook.WriteRef)));
    }

    static string Kind(MethodWeave method, Instruction access) =>
        method.IsVolatile(access) ? "Volatile" : "";

    static void Reset(MethodWeave method, Instruction access)
    {
        var address = method.Flow.Peek(access);
        if (!Addresses.MayBeShared(address, method.Flow))
            return;
        var type = (TypeReference)access.Operand;
        var value = method.Temp(type);
        method.Before(access,
        [
            Instruction.Create(OpCodes.Ldloca, value),
            Instruction.Create(OpCodes.Initobj, type),
            .. new Location(type).Write(
                method,
                [Instruction.Create(OpCodes.Dup)],
                value,
                method.Site(access, method.NameOf(address)),
                nameof(Hook.WriteRef)),
        ]);
    }

    /// <summary>
    /// What comes after hands the address to hooks, and that of what is in a box is restricted: the
    /// instruction stays for its exceptions alone.
    /// </summary>
    static void Unbox(MethodWeave method, Instruction access)
    {
        var type = (TypeReference)access.Operand;
        // Of a T? it makes a new one each time, which nobody else can see.
        if (type.FullName.StartsWith("System.Nullable`1<", StringComparison.Ordinal))
            return;
        method.Before(access, Instruction.Create(OpCodes.Dup));
        method.After(access,
            Instruction.Create(OpCodes.Pop),
            new Location(type).Hook(method, nameof(Hook.Unboxed)));
    }

    /// <summary>
    /// A method that is called through an interface may have changed what is in the box, unless
    /// none of the struct's can.
    /// </summary>
    static void ReadBox(MethodWeave method, Instruction access)
    {
        var type = (TypeReference)access.Operand;
        if (!type.IsStruct() || !method.Module.IsWoven(type) || type.IsRefStruct()
            || type.Definition() is var definition
            && (definition.IsEnum || definition.Has("IsReadOnlyAttribute")))
            return;
        method.Before(access,
            Instruction.Create(OpCodes.Dup),
            method.Site(access, method.NameOf(method.Flow.Peek(access))),
            new Location(type).Hook(method, nameof(Hook.ReadBox)));
    }

    /// <summary>
    /// Copies of a value, and of bytes: the target, then the source, then how many.
    /// </summary>
    static void Block(MethodWeave method, Instruction access)
    {
        var code = access.OpCode.Code;
        var depth = code is Code.Cpobj ? 1 : 2;
        var target = method.Flow.Peek(access, depth);
        var source = method.Flow.Peek(access, depth - 1);
        var writes = Addresses.MayBeShared(target, method.Flow);
        var reads = code is not Code.Initblk && Addresses.MayBeShared(source, method.Flow);
        if (!writes && !reads)
            return;
        var (into, from) = (AddressTemp(method, target), AddressTemp(method, source));
        var size = method.Temp(method.Module.Types.Int32);
        Instruction[] store =
        [
            .. code is Code.Cpobj ? [] : (Instruction[])[Instruction.Create(OpCodes.Stloc, size)],
            Instruction.Create(OpCodes.Stloc, from),
            Instruction.Create(OpCodes.Stloc, into),
        ];
        Instruction[] load =
        [
            Instruction.Create(OpCodes.Ldloc, into),
            Instruction.Create(OpCodes.Ldloc, from),
            .. code is Code.Cpobj ? [] : (Instruction[])[Instruction.Create(OpCodes.Ldloc, size)],
        ];
        IEnumerable<Instruction> Hooked(VariableDefinition address, StackSlot slot, bool isWrite) =>
        [
            Instruction.Create(OpCodes.Ldloc, address),
            Instruction.Create(OpCodes.Ldc_I4_0),
            Instruction.Create(OpCodes.Conv_I),
            code is Code.Cpobj
                ? Instruction.Create(OpCodes.Sizeof, (TypeReference)access.Operand)
                : Instruction.Create(OpCodes.Ldloc, size),
            Instruction.Create(OpCodes.Conv_I),
            method.Site(access, method.NameOf(slot)),
            slot.Type is ByReferenceType { ElementType: var element }
                ? new Location(element).Hook(
                    method, isWrite ? nameof(Hook.WriteBytes) : nameof(Hook.ReadBytes))
                : method.Hooks.Call(isWrite ? nameof(Hook.WritePointed) : nameof(Hook.ReadPointed),
                    method.Module.Types.Byte),
        ];
        method.Before(access,
        [
            .. store,
            .. reads ? Hooked(from, source, isWrite: false) : [],
            .. writes ? Hooked(into, target, isWrite: true) : [],
            .. load,
        ]);
    }

    static VariableDefinition AddressTemp(MethodWeave method, StackSlot slot) => method.Temp(
        slot.Type is ByReferenceType ? slot.Type
        : slot.Type?.IsAddress() == true ? method.Module.Types.IntPtr
        : method.Module.Types.Int32);

    static TypeReference Target(MethodWeave method, Instruction access, StackSlot address) =>
        access.Operand as TypeReference
        ?? (address.Type as ByReferenceType)?.ElementType.Plain()
        ?? access.ElementType([default, default], method.Module.Types)!;
}
