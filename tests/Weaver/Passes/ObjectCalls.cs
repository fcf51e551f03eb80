using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Calls on collections and other library objects, and calls that are handed a collection: each
/// object as a whole is one variable.
/// </summary>
sealed class ObjectCalls : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj
                && method.ConstrainedTo(instruction) is null or GenericParameter
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee)
                Hooked(method, instruction, callee.Reference);
    }

    static void Hooked(MethodWeave method, Instruction call, MethodReference callee)
    {
        var count = callee.Parameters.Count;
        var read = LibraryObjects.OnlyViews(callee) ? [] : Enumerable.Range(0, count)
            .Where(i => IsLookedInto(method, method.Flow.Peek(call, count - 1 - i)))
            .ToList();
        var isUsed = call.OpCode.Code != Code.Newobj && callee.HasThis
            && IsUsed(method, call, callee, method.Flow.Peek(call, count));
        if (read.Count == 0 && !isUsed)
            return;

        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        foreach (var i in read)
            method.Before(call,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]),
                method.Site(call, method.NameOf(method.Flow.Peek(call, count - 1 - i))),
                method.Hooks.Call(LibraryObjects.Fills(callee)
                    ? nameof(Hook.ObjectWrite)
                    : nameof(Hook.ObjectRead)));
        // A struct has no identity by which to know what it looks into.
        if (LibraryObjects.IsView(callee)
            && (callee.Name == ".ctor" || callee.ResolvedReturn().IsReference()))
            View(method, call, callee, read.Select(i => spilled.Variables[i]), isUsed);
        if (isUsed)
            method.Before(call,
            [
                Instruction.Create(OpCodes.Dup),
                .. method.ConstrainedTo(call) is { } parameter ? Boxed(parameter) : [],
                method.Site(call, method.NameOf(method.Flow.Peek(call, count))),
                method.Hooks.Call(LibraryObjects.IsRead(callee)
                    ? nameof(Hook.ObjectRead)
                    : nameof(Hook.ObjectWrite)),
            ]);
        method.Before(call, spilled.Load);
    }

    static void View(
        MethodWeave method, Instruction call, MethodReference callee,
        IEnumerable<VariableDefinition> sources, bool hasReceiver)
    {
        if (hasReceiver && method.ConstrainedTo(call) is null)
        {
            var receiver = method.Temp(method.Module.Types.Object);
            method.Before(call,
                Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, receiver));
            sources = sources.Append(receiver);
        }
        // A constructor that calls its base's: what is made is this.
        var isThis = call.OpCode.Code == Code.Call && callee.Name == ".ctor";
        foreach (var source in sources)
            method.After(call,
                isThis
                    ? Instruction.Create(OpCodes.Ldarg, method.Method.Body.ThisParameter)
                    : Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Ldloc, source),
                method.Hooks.Call(nameof(Hook.View)));
    }

    /// <summary>What the address of a <c>T</c> leads to: for a class, the object itself.</summary>
    static Instruction[] Boxed(TypeReference parameter) =>
        [Instruction.Create(OpCodes.Ldobj, parameter), Instruction.Create(OpCodes.Box, parameter)];

    static bool IsUsed(
        MethodWeave method, Instruction call, MethodReference callee, StackSlot receiver)
    {
        var type = receiver.Type is { } known && !method.Module.IsWoven(known) ? known : null;
        return LibraryObjects.Changes(callee, type)
            && !LibraryObjects.GuardsItself(receiver.Producer)
            && !method.IsUnseenSelf(call, receiver);
    }

    static bool IsLookedInto(MethodWeave method, StackSlot argument) =>
        argument.Type is { } type
        && (method.Module.IsWoven(type)
            ? LibraryBase(method, type) is { } library && LibraryObjects.IsLookedInto(library)
            : LibraryObjects.IsLookedInto(type));

    /// <summary>The library's class that a woven one derives from: <c>class Names : List&lt;string&gt;</c>.</summary>
    static TypeReference? LibraryBase(MethodWeave method, TypeReference type)
    {
        TypeReference? ancestor = type;
        while (ancestor is not null && method.Module.IsWoven(ancestor))
            ancestor = ancestor.Definition().BaseType;
        return ancestor;
    }
}
