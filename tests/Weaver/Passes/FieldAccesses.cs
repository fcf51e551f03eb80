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
            if (isOfObject && field.DeclaringType.Definition().IsExplicitLayout)
                OfUnion(method, instruction, field);
            else if (code != Code.Ldflda && isOfObject && field.Definition().IsInitOnly)
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
            Code.Ldflda => [.. ownerAndAddress, location.Hook(method, AddressHook(method, field))],
            _ => location.WriteOfTop(method, ownerAndAddress, site, kind + nameof(Hook.Write)),
        });
    }

    /// <summary>
    /// Only a constructor or an <c>init</c> accessor may write a read-only field.
    /// </summary>
    static string AddressHook(MethodWeave method, FieldReference field) =>
        field.Definition() is { IsInitOnly: true } definition
        && !(definition.DeclaringType == method.Method.DeclaringType
            && (method.Method.IsConstructor || method.Method.IsSetter))
            ? nameof(Hook.AddressReadOnly)
            : nameof(Hook.Address);

    /// <summary>Whoever accesses one of several fields at one place accesses the others.</summary>
    static void OfUnion(MethodWeave method, Instruction access, FieldReference field)
    {
        var location = new Location(field.ResolvedType());
        Instruction[] address =
        [
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Ldflda, field),
        ];
        Instruction[] name =
        [
            Instruction.Create(OpCodes.Dup),
            .. address,
            Instruction.Create(OpCodes.Ldc_I4, field.Definition().Offset),
            Instruction.Create(OpCodes.Ldtoken, field.DeclaringType),
            location.Hook(method, nameof(Hook.AddressInUnion)),
        ];
        if (access.OpCode.Code == Code.Ldflda)
        {
            method.Before(access, name);
            return;
        }
        var site = method.Site(access, SourceNames.Field(field));
        var kind = method.IsVolatile(access) ? "Volatile" : "";
        if (access.OpCode.Code == Code.Ldfld)
        {
            method.Before(access,
                [.. name, .. address, site, location.Hook(method, kind + nameof(Hook.ReadRef))]);
            return;
        }
        var value = method.Temp(field.ResolvedType());
        method.Before(access,
        [
            Instruction.Create(OpCodes.Stloc, value),
            .. name,
            .. location.Write(method, address, value, site, kind + nameof(Hook.WriteRef)),
            Instruction.Create(OpCodes.Ldloc, value),
        ]);
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
        var kind = method.IsVolatile(access) ? "Volatile" : "";
        // Verifiable code may not take the address of a read-only field. Those of woven structs are
        // none any more (ReadOnlyFields); a library's is read as its struct is.
        var isPart = !field.Definition().IsInitOnly || method.Module.IsWoven(field.DeclaringType);
        var location = new Location(isPart ? field.ResolvedType() : field.DeclaringType);
        Instruction[] address =
        [
            Instruction.Create(OpCodes.Dup),
            .. isPart ? [Instruction.Create(OpCodes.Ldflda, field)] : (Instruction[])[],
        ];
        method.Before(access, access.OpCode.Code == Code.Ldfld
            ? [.. address, site, location.Hook(method, kind + nameof(Hook.ReadRef))]
            : location.WriteOfTop(method, address, site, kind + nameof(Hook.WriteRef)));
    }
}
