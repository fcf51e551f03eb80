using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>Fields of objects, and of structs reached through an address.</summary>
sealed class FieldAccesses : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction.Operand is not FieldReference field)
                continue;
            var code = instruction.OpCode.Code;
            if (code is not (Code.Ldfld or Code.Stfld or Code.Ldflda))
                continue;
            var owner = method.Flow.Peek(instruction, code == Code.Stfld ? 1 : 0);
            // An address is named even of a field that isn't shared, or not yet: whoever gets it may
            // ask whose.
            if (code != Code.Ldflda
                && (method.IsUnseenSelf(instruction, owner) || SharedFields.Skips(field)))
                continue;
            var isOfObject = !field.DeclaringType.IsStruct();
            if (code != Code.Ldflda && isOfObject && field.Definition().IsInitOnly)
                OfReadOnly(method, instruction, field);
            else if (isOfObject)
                OfObject(method, instruction, field);
            else if (code != Code.Ldflda && Addresses.MayBeShared(owner, method.Flow))
                OfStruct(method, instruction, field);
        }
    }

    static void OfObject(MethodWeave method, Instruction access, FieldReference field)
    {
        var site = method.Site(access, SourceNames.Field(field));
        var kind = method.IsVolatile(access) || method.IsEventAccessor ? "Volatile" : "";
        var location = new Location(field.ResolvedType());
        Instruction[] ownerAndAddress =
        [
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldflda, field),
        ];
        method.Before(access, access.OpCode.Code switch
        {
            Code.Ldfld => [.. ownerAndAddress, site, location.Hook(method, kind + nameof(Hook.Read))],
            Code.Ldflda => [.. ownerAndAddress, location.Hook(method, nameof(Hook.Address))],
            _ => location.WriteOfTop(method, ownerAndAddress, site, kind + nameof(Hook.Write)),
        });
    }

    /// <summary>Whether it is a variable at all is for the object to say.</summary>
    static void OfReadOnly(MethodWeave method, Instruction access, FieldReference field)
    {
        var site = method.Site(access, SourceNames.Field(field));
        var location = new Location(field.ResolvedType());
        if (access.OpCode.Code == Code.Stfld)
        {
            Instruction[] ownerAndAddress =
            [
                Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Ldflda, field),
            ];
            method.Before(access,
                location.WriteOfTop(method, ownerAndAddress, site, nameof(Hook.ReadOnlyWrite)));
            return;
        }
        var end = Instruction.Create(OpCodes.Nop);
        method.Before(access,
        [
            Instruction.Create(OpCodes.Dup),
            method.Hooks.Call(nameof(Hook.IsExposed)),
            Instruction.Create(OpCodes.Brfalse, end),
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldtoken, field.DeclaringType),
            Instruction.Create(OpCodes.Ldtoken, field),
            site,
            location.Hook(method, nameof(Hook.ReadOnlyRead)),
            end,
        ]);
    }

    static void OfStruct(MethodWeave method, Instruction access, FieldReference field)
    {
        var site = method.Site(access, SourceNames.Field(field));
        if (method.IsVolatile(access))
        {
            var name = $"volatile field of a struct, {SourceNames.Type(field.DeclaringType)}.{field.Name}";
            method.Before(access, method.Refuse(name, site));
            return;
        }
        var location = new Location(field.ResolvedType());
        Instruction[] address =
        [
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldflda, field),
        ];
        method.Before(access, access.OpCode.Code == Code.Ldfld
            ? [.. address, site, location.Hook(method, nameof(Hook.ReadRef))]
            : location.WriteOfTop(method, address, site, nameof(Hook.WriteRef)));
    }
}
