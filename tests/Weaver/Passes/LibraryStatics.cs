using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>
/// Static properties of the framework that can be set, such as <c>Regex.CacheSize</c>: each get and
/// each set is an atomic event. The framework guards its own variables, but nothing makes a get and
/// a set one step.
/// </summary>
sealed class LibraryStatics : IPass
{
    /// <summary>
    /// The console's belong to the outside; the others to a thread, or to the flow of a program.
    /// </summary>
    static readonly string[] exempt =
    [
        "System.Console", "System.Globalization.CultureInfo", "System.Threading.Thread",
        "System.Environment", "System.Diagnostics.Activity::Current",
        "System.Transactions.Transaction::Current",
    ];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && PropertyOf(callee.Reference) is { } property)
                method.Before(instruction,
                    Instruction.Create(OpCodes.Ldtoken, callee.Reference.DeclaringType),
                    Instruction.Create(OpCodes.Ldstr, property),
                    method.Site(instruction, $"{callee.Reference.DeclaringType.Name}.{property}"),
                    method.Hooks.Call(callee.Reference.Name.StartsWith("get_", StringComparison.Ordinal)
                        ? nameof(Hook.LibraryStaticRead) : nameof(Hook.LibraryStaticWrite)));
    }

    static string? PropertyOf(MethodReference callee)
    {
        if (callee.HasThis || !callee.Name.StartsWith("get_", StringComparison.Ordinal)
            && !callee.Name.StartsWith("set_", StringComparison.Ordinal))
            return null;
        var name = callee.Name[4..];
        var type = callee.DeclaringType.Definition();
        return !exempt.Contains(type.FullName) && !exempt.Contains($"{type.FullName}::{name}")
            && type.Properties.Any(p => p.Name == name
                && p is { GetMethod.IsPublic: true, SetMethod.IsPublic: true })
                ? name : null;
    }
}
