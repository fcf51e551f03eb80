using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Passes;

/// <summary>Elements of arrays of several dimensions, which are reached by calls.</summary>
sealed class GridElements : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.Operand is MethodReference { DeclaringType: ArrayType grid } access
                && access.Name is "Get" or "Set" or "Address")
                Hooked(method, instruction, access, grid);
    }

    static void Hooked(
        MethodWeave method, Instruction call, MethodReference access, ArrayType grid)
    {
        var spilled = Spill.Arguments(method, access);
        var location = new Location(grid.ElementType);
        var site = method.Site(call,
            method.NameOf(method.Flow.Peek(call, access.Parameters.Count)));
        Instruction[] ownerAndAddress =
        [
            Instruction.Create(OpCodes.Dup),
            Instruction.Create(OpCodes.Dup),
            .. spilled.Load.Take(grid.Rank),
            Instruction.Create(OpCodes.Readonly),
            Instruction.Create(OpCodes.Call, AddressOf(grid, method.Module.Types)),
        ];
        Instruction[] hook = access.Name switch
        {
            "Get" => [.. ownerAndAddress, site, location.Hook(method, nameof(Hook.Read))],
            "Address" => [.. ownerAndAddress, location.Hook(method, nameof(Hook.Address))],
            _ => location.Write(
                method, ownerAndAddress, spilled.Variables[^1], site, nameof(Hook.Write)),
        };
        method.Before(call, [.. spilled.Store, .. hook, .. spilled.Load]);
    }

    static MethodReference AddressOf(ArrayType grid, TypeSystem types)
    {
        var address = new MethodReference(
            "Address", new ByReferenceType(grid.ElementType), grid) { HasThis = true };
        for (var i = 0; i < grid.Rank; i++)
            address.Parameters.Add(new(types.Int32));
        return address;
    }
}
