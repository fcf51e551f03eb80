using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Soundness.Faults;

/// <summary>
/// A mistake in a copy of the engine that the fuzz must find. An engine without the member is an
/// error: the same mistake must then be planted elsewhere.
/// </summary>
/// <param name="Name">The mistake, as a sentence.</param>
/// <param name="With">The access without which no program can show it; or null.</param>
/// <param name="Type">In full.</param>
/// <param name="Edit">Changes the method's body.</param>
public sealed record Fault(
    string Name, string? With, string Type, string Method, Action<MethodBody> Edit)
{
    /// <summary>The fuzz must find it within so many seeds.</summary>
    public const int Seeds = 300;

    public void Plant(ModuleDefinition module)
    {
        var methods = module.GetType(Type)?.Methods
            .Where(m => m.Name == Method && m.HasBody).ToList() ?? [];
        if (methods.Count == 0)
            throw new InvalidOperationException($"\"{Name}\": the engine has no {Type}.{Method}.");
        foreach (var method in methods) Edit(method.Body);
    }

    public override string ToString() => Name;

    /// <summary>Returns at once.</summary>
    public static void DoesNothing(MethodBody body) => Becomes(body);

    /// <summary>Returns true at once.</summary>
    public static void ReturnsTrue(MethodBody body) =>
        Becomes(body, Instruction.Create(OpCodes.Ldc_I4_1));

    static void Becomes(MethodBody body, params Instruction[] result)
    {
        body.Instructions.Clear();
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        foreach (var instruction in result) body.Instructions.Add(instruction);
        body.Instructions.Add(Instruction.Create(OpCodes.Ret));
    }

    /// <summary>An access that the method announces as a write becomes a read.</summary>
    public static void Announces(MethodBody body)
    {
        foreach (var instruction in body.Instructions.Where(IsWriteMode))
            instruction.OpCode = OpCodes.Ldc_I4_0;
    }

    /// <summary>The method takes an access that it is told of for a read.</summary>
    public static void TakesForRead(MethodBody body)
    {
        var mode = body.Method.Parameters.FirstOrDefault(IsMode);
        if (mode is null) return;
        foreach (var instruction in body.Instructions.Where(i => Loads(i, mode)))
        {
            instruction.OpCode = OpCodes.Ldc_I4_0;
            instruction.Operand = null;
        }
    }

    static bool Loads(Instruction instruction, ParameterDefinition parameter) =>
        instruction.OpCode.Code switch
        {
            Code.Ldarg_0 => parameter.Sequence == 0,
            Code.Ldarg_1 => parameter.Sequence == 1,
            Code.Ldarg_2 => parameter.Sequence == 2,
            Code.Ldarg_3 => parameter.Sequence == 3,
            Code.Ldarg_S or Code.Ldarg => instruction.Operand == parameter,
            _ => false,
        };

    static bool IsWriteMode(Instruction instruction)
    {
        if (instruction.OpCode.Code != Code.Ldc_I4_1) return false;
        // An argument: those after it are loaded by one instruction each.
        var call = instruction.Next;
        for (var left = 0; call is not null; call = call.Next, left++)
        {
            if (call.Operand is MethodReference { Parameters: var parameters })
                return parameters.Count > left
                    && IsMode(parameters[parameters.Count - 1 - left]);
        }
        return false;
    }

    static bool IsMode(ParameterDefinition parameter) =>
        parameter.ParameterType.Name == "AccessMode";
}
