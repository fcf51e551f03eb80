using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>Static fields.</summary>
sealed class StaticFieldAccesses : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
        {
            if (instruction.OpCode.Code is not (Code.Ldsfld or Code.Stsfld or Code.Ldsflda)
                || instruction.Operand is not FieldReference field)
                continue;
            if (SharedFields.IsThreadStatic(field))
            {
                ThreadStatic(method, instruction, field);
                continue;
            }
            method.Before(instruction, [
                .. Use(method, instruction, field),
                .. Skips(instruction, field) ? [] : Hooked(method, instruction, field)]);
        }
    }

    /// <summary>
    /// A thread's own variable, at an address that the explorer gives: no event, once the operation
    /// knows its thread.
    /// </summary>
    static void ThreadStatic(MethodWeave method, Instruction access, FieldReference field)
    {
        var type = field.ResolvedType();
        Instruction[] address =
        [
            Instruction.Create(OpCodes.Ldsflda, field),
            Instruction.Create(OpCodes.Ldtoken, field.DeclaringType),
            Instruction.Create(OpCodes.Ldtoken, field),
            method.Site(access, field.Name),
            new Location(type).Hook(method, nameof(Hook.ThreadStatic)),
        ];
        method.Before(access, Use(method, access, field));
        if (access.OpCode.Code != Code.Stsfld)
        {
            method.Replace(access, access.OpCode.Code == Code.Ldsfld
                ? [.. address, Instruction.Create(OpCodes.Ldobj, type)]
                : address);
            return;
        }
        var value = method.Temp(type);
        method.Replace(access, [
            Instruction.Create(OpCodes.Stloc, value), .. address,
            Instruction.Create(OpCodes.Ldloc, value), Instruction.Create(OpCodes.Stobj, type)]);
    }

    // Read-only fields too: what they lead to may have been changed by an earlier execution.
    static IEnumerable<Instruction> Use(
        MethodWeave method, Instruction access, FieldReference field) =>
        StaticFields.NumberOf(field, method.Module) is { } number
            ? method.Uses(number, access)
            : [];

    // An address is named even of a field that isn't shared: whoever gets it may ask whose.
    static bool Skips(Instruction access, FieldReference field) =>
        access.OpCode.Code == Code.Ldsflda
            ? field.DeclaringType.IsCompilersOwn()
            : SharedFields.Skips(field);

    static IEnumerable<Instruction> Hooked(
        MethodWeave method, Instruction access, FieldReference field)
    {
        var site = method.Site(access, SourceNames.Field(field));
        var kind = method.IsVolatile(access) || method.IsEventAccessor ? "Volatile" : "";
        var location = new Location(field.ResolvedType());
        var address = Instruction.Create(OpCodes.Ldsflda, field);
        return access.OpCode.Code switch
        {
            Code.Ldsfld =>
                [address, site, location.Hook(method, kind + nameof(Hook.ReadStatic))],
            Code.Ldsflda => [address, location.Hook(method,
                field.Definition().IsInitOnly && !StaticFields.IsInitializer(method.Method)
                    ? nameof(Hook.AddressReadOnlyStatic) : nameof(Hook.AddressStatic))],
            _ => location.WriteOfTop(method, [address], site, kind + nameof(Hook.WriteStatic)),
        };
    }
}
