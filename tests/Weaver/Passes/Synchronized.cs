using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Naming;

namespace Weaving.Passes;

/// <summary>
/// <c>[MethodImpl(MethodImplOptions.Synchronized)]</c>: the runtime locks the object, or of a
/// static method the type, from entry to exit (ECMA-335 II.15.4.3.3). The explorer can't see that,
/// and the real lock would block its only running thread. So the flag becomes calls that say the
/// same. Not a pass: it goes around what the passes have made of the method.
/// </summary>
sealed class Synchronized
{
    readonly MethodWeave method;
    readonly VariableDefinition taken;
    readonly Instruction exit;
    readonly Instruction[] acquire;

    Synchronized(MethodWeave method)
    {
        this.method = method;
        taken = method.Temp(method.Module.Types.Boolean);
        var name = IsStatic ? $"typeof({SourceNames.Type(Type)})" : "this";
        exit = method.Site(method.Code[^1], name);
        acquire =
        [
            Target(),
            Instruction.Create(OpCodes.Ldloca, taken),
            method.Site(method.Code[0], name),
            method.Hooks.Call(IsStatic ? nameof(Hook.EnterType) : nameof(Hook.EnterObject)),
        ];
        // Before its base is constructed, this can't be passed on (ECMA-335 III.1.8.1.4).
        if (method.BaseCall is { } constructed)
            method.After(constructed, acquire);
    }

    bool IsStatic => method.Method.IsStatic;

    TypeDefinition Type => method.Method.DeclaringType;

    /// <summary>
    /// Null for a method without the flag. In a struct, the runtime loads no such type.
    /// </summary>
    public static Synchronized? Of(MethodWeave method) =>
        method.Method is { IsSynchronized: true, DeclaringType.IsValueType: false }
            ? new(method)
            : null;

    /// <summary>What comes before the method's code.</summary>
    public IReadOnlyList<Instruction> Entry() =>
    [
        Instruction.Create(OpCodes.Ldc_I4_0),
        Instruction.Create(OpCodes.Stloc, taken),
    ];

    /// <summary>Around the code that the passes have made: try, and finally exit.</summary>
    public void Wrap()
    {
        method.Method.IsSynchronized = false;
        var body = method.Method.Body;
        var code = body.Instructions;
        Instruction[] release =
        [
            Target(),
            Instruction.Create(OpCodes.Ldloc, taken),
            exit,
            method.Hooks.Call(IsStatic ? nameof(Hook.ExitType) : nameof(Hook.ExitObject)),
            Instruction.Create(OpCodes.Endfinally),
        ];
        Instruction[] end = Return(body);
        for (var i = code.Count - 1; i >= 0; i--)
            if (code[i].OpCode.Code == Code.Ret)
                Leave(code, i, end);
        for (var i = 0; i < acquire.Length && method.BaseCall is null; i++)
            code.Insert(i, acquire[i]);
        foreach (var instruction in (Instruction[])[.. release, .. end])
            code.Add(instruction);
        // Outer handlers come after inner ones.
        body.ExceptionHandlers.Add(new(ExceptionHandlerType.Finally)
        {
            TryStart = acquire[0],
            TryEnd = release[0],
            HandlerStart = release[0],
            HandlerEnd = end[0],
        });
    }

    Instruction Target() => IsStatic
        ? Instruction.Create(OpCodes.Ldtoken, Type.OnItself())
        : Instruction.Create(OpCodes.Ldarg, method.Method.Body.ThisParameter);

    Instruction[] Return(MethodBody body)
    {
        var type = method.Method.ReturnType;
        return type.Plain().MetadataType == MetadataType.Void
            ? [Instruction.Create(OpCodes.Ret)]
            :
            [
                Instruction.Create(OpCodes.Ldloc, method.Temp(type)),
                Instruction.Create(OpCodes.Ret),
            ];
    }

    /// <summary>In place, because branches may lead there.</summary>
    static void Leave(IList<Instruction> code, int index, Instruction[] end)
    {
        var leave = code[index];
        if (end is [{ Operand: VariableDefinition result }, _])
        {
            (leave.OpCode, leave.Operand) = (OpCodes.Stloc, result);
            code.Insert(index + 1, leave = Instruction.Create(OpCodes.Nop));
        }
        (leave.OpCode, leave.Operand) = (OpCodes.Leave, end[0]);
    }
}
