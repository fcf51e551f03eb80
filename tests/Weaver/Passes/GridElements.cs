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
        Instruction[] cell =
        [
            Instruction.Create(OpCodes.Dup),
            .. Indices(method, spilled.Load.Take(grid.Rank)),
        ];
        Instruction[] hook = access.Name switch
        {
            "Get" => [.. cell, site, location.Hook(method, nameof(Hook.ReadCell))],
            "Address" => [.. cell, location.Hook(method, nameof(Hook.AddressOfCell))],
            _ => location.Write(
                method, cell, spilled.Variables[^1], site, nameof(Hook.WriteCell)),
        };
        method.Before(call, [.. spilled.Store, .. hook]);
        // What comes after hands the address to hooks, which take no restricted one: the call stays
        // for its exceptions alone.
        if (method.IsReadOnly(call))
        {
            method.Before(call, Instruction.Create(OpCodes.Dup));
            method.After(call,
            [
                Instruction.Create(OpCodes.Pop),
                .. Indices(method, spilled.Load),
                location.Hook(method, nameof(Hook.Cell)),
            ]);
        }
        method.Before(call, spilled.Load);
    }

    /// <summary>A new array of what each of <paramref name="loads"/> pushes.</summary>
    static IEnumerable<Instruction> Indices(MethodWeave method, IEnumerable<Instruction> loads)
    {
        var all = loads.ToList();
        yield return Instruction.Create(OpCodes.Ldc_I4, all.Count);
        yield return Instruction.Create(OpCodes.Newarr, method.Module.Types.Int32);
        for (var i = 0; i < all.Count; i++)
        {
            yield return Instruction.Create(OpCodes.Dup);
            yield return Instruction.Create(OpCodes.Ldc_I4, i);
            yield return all[i];
            yield return Instruction.Create(OpCodes.Stelem_I4);
        }
    }
}
