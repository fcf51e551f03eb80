using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>
/// A hook's view of a variable. A type that can't be a type argument is seen as one that can:
/// a pointer as <c>nint</c>, a ref struct as its first byte, whose value is not told.
/// </summary>
sealed class Location(TypeReference type)
{
    readonly TypeReference type = type.Plain();

    bool IsPointer => type is PointerType or FunctionPointerType;

    public Instruction Hook(MethodWeave method, string hook) =>
        method.Hooks.Call(hook, IsPointer ? method.Module.Types.IntPtr
            : type.IsRefStruct() ? method.Module.Types.Byte
            : type);

    /// <summary>Tells the hook of a write of what <paramref name="value"/> keeps.</summary>
    public Instruction[] Write(
        MethodWeave method, Instruction[] address, VariableDefinition value,
        Instruction site, string hook) =>
    [
        .. address,
        type.IsRefStruct()
            ? Instruction.Create(OpCodes.Ldc_I4, 0)
            : Instruction.Create(OpCodes.Ldloc, value),
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
