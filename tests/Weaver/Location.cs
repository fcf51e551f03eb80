using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>
/// A hook's view of a variable. A pointer, which can't be a type argument, is seen as <c>nint</c>; a
/// ref struct has hooks that aren't told its value.
/// </summary>
sealed class Location(TypeReference type)
{
    readonly TypeReference type = type.Plain();

    public Instruction Hook(MethodWeave method, string hook) => method.Hooks.Call(
        type.IsRefStruct() ? hook + "Struct" : hook,
        type is PointerType or FunctionPointerType ? method.Module.Types.IntPtr : type);

    /// <summary>Tells the hook of a write of what <paramref name="value"/> keeps.</summary>
    public Instruction[] Write(
        MethodWeave method, Instruction[] address, VariableDefinition value,
        Instruction site, string hook) =>
    [
        .. address,
        .. type.IsRefStruct() ? (Instruction[])[] : [Instruction.Create(OpCodes.Ldloc, value)],
        site,
        Hook(method, hook),
    ];

    /// <summary>The same of the value on top of the stack, which is put back.</summary>
    public Instruction[] WriteOfTop(
        MethodWeave method, Instruction[] address, Instruction site, string hook)
    {
        var value = method.Temp(type);
        return
        [
            Instruction.Create(OpCodes.Stloc, value),
            .. Write(method, address, value, site, hook),
            Instruction.Create(OpCodes.Ldloc, value),
        ];
    }
}
