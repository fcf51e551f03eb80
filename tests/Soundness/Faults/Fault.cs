using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Soundness.Faults;

/// <summary>
/// A mistake that is made in a copy of the engine, to see the fuzz find it. A member that is not there
/// any more is an error: then the same mistake has to be made elsewhere.
/// </summary>
/// <param name="Name">What the engine then takes for granted.</param>
/// <param name="Type">In full.</param>
/// <param name="Edit">What becomes of the method's body.</param>
public sealed record Fault(string Name, string Type, string Method, Action<MethodBody> Edit)
{
    /// <summary>Within so many seeds it has to be found.</summary>
    public const int Seeds = 300;

    public void Plant(ModuleDefinition module)
    {
        var methods = module.GetType(Type)?.Methods.Where(m => m.Name == Method && m.HasBody).ToList() ?? [];
        if (methods.Count == 0)
            throw new InvalidOperationException($"\"{Name}\": the engine has no {Type}.{Method}.");
        foreach (var method in methods) Edit(method.Body);
    }

    public override string ToString() => Name;

    /// <summary>Returns true at once.</summary>
    public static void Holds(MethodBody body) => Returns(body, Instruction.Create(OpCodes.Ldc_I4_1));

    /// <summary>Returns at once.</summary>
    public static void DoesNothing(MethodBody body) => Returns(body);

    static void Returns(MethodBody body, params Instruction[] value)
    {
        body.Instructions.Clear();
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        foreach (var instruction in value) body.Instructions.Add(instruction);
        body.Instructions.Add(Instruction.Create(OpCodes.Ret));
    }

    /// <summary>What announces itself as a write is a read: it commutes with others.</summary>
    public static void Reads(MethodBody body)
    {
        foreach (var instruction in body.Instructions.Where(IsWriteMode)) instruction.OpCode = OpCodes.Ldc_I4_0;
    }

    static bool IsWriteMode(Instruction instruction)
    {
        if (instruction.OpCode.Code != Code.Ldc_I4_1) return false;
        if (instruction.Next is { OpCode.Code: Code.Stfld, Operand: FieldReference { Name: "Mode" } }) return true;
        // An argument: those after it are loaded by one instruction each.
        var call = instruction.Next;
        for (var left = 0; call is not null; call = call.Next, left++)
        {
            if (call.Operand is MethodReference { Parameters: var parameters })
                return parameters.Count > left && parameters[parameters.Count - 1 - left].ParameterType.Name == "AccessMode";
        }
        return false;
    }
}
