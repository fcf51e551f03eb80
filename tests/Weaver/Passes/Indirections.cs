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
    /// A method that is called through an interface may have changed what is in the box, unless none of
    /// the struct's can.
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

    // The compiler uses these for memory of the method's own (stackalloc); by hand, anything goes.
    static void Block(MethodWeave method, Instruction access)
    {
        var target = method.Flow.Peek(access, access.OpCode.Code is Code.Cpobj ? 1 : 2);
        if (Addresses.MayBeShared(target, method.Flow))
            method.Before(access, method.Refuse($"{access.OpCode.Name} (a copy of raw memory)",
                method.Site(access, method.NameOf(target))));
    }

    static TypeReference Target(MethodWeave method, Instruction access, StackSlot address) =>
        access.Operand as TypeReference
        ?? (address.Type as ByReferenceType)?.ElementType.Plain()
        ?? access.ElementType([default, default], method.Module.Types)!;
}
