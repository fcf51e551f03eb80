using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;
using Weaving.Flow;

namespace Weaving.Passes;

/// <summary>
/// Library calls that read or write what a span leads to: <c>span.Fill(0)</c>. What isn't known to
/// be read counts as written.
/// </summary>
sealed class SpanCalls : IPass
{
    static readonly string[] viewing =
    [
        "get_Item", "get_Length", "get_IsEmpty", "Slice", "GetPinnableReference", "GetEnumerator",
        "GetReference", "AsBytes", "Cast", "op_Equality", "op_Inequality",
    ];

    static readonly string[] reading =
    [
        "IndexOf", "LastIndexOf", "Contains", "Sequence", "StartsWith", "EndsWith", "BinarySearch",
        "ToArray", "ToString", "Overlaps", "CommonPrefix", "Count",
    ];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && !LibraryObjects.OnlyViews(callee.Reference)
                && !viewing.Contains(callee.Reference.Name))
                Hooked(method, instruction, callee.Reference);
    }

    static void Hooked(MethodWeave method, Instruction call, MethodReference callee)
    {
        var count = callee.Parameters.Count;
        StackSlot Argument(int i) => method.Flow.Peek(call, count - 1 - i);
        var spans = Enumerable.Range(0, count).Where(i => IsSpan(Argument(i).Type)).ToList();
        var receiver = callee.HasThis && call.OpCode.Code != Code.Newobj
            ? (method.Flow.Peek(call, count).Type as ByReferenceType)?.ElementType.Plain() : null;
        if (spans.Count == 0 && !IsSpan(receiver))
            return;

        var spilled = Spill.Arguments(method, callee);
        method.Before(call, spilled.Store);
        if (IsSpan(receiver))
            method.Before(call,
                Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Ldobj, receiver),
                method.Site(call, method.NameOf(method.Flow.Peek(call, count))),
                Hook(method, receiver!, callee.Name is "CopyTo" or "TryCopyTo" || Reads(callee)));
        foreach (var i in spans)
            method.Before(call,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]),
                method.Site(call, method.NameOf(Argument(i))),
                Hook(method, Argument(i).Type!, Reads(callee)
                    || i == 0 && !callee.HasThis && callee.Name is "CopyTo" or "TryCopyTo"));
        method.Before(call, spilled.Load);
    }

    static Instruction Hook(MethodWeave method, TypeReference span, bool isRead)
    {
        var element = ((GenericInstanceType)span.Plain()).GenericArguments[0];
        return method.Hooks.Call(span.Name == "ReadOnlySpan`1"
            ? nameof(Interleavings.Hooks.Hook.ReadOnlySpanRead)
            : isRead
                ? nameof(Interleavings.Hooks.Hook.SpanRead)
                : nameof(Interleavings.Hooks.Hook.SpanWrite), element);
    }

    static bool Reads(MethodReference callee) =>
        reading.Any(name => callee.Name.StartsWith(name, StringComparison.Ordinal));

    static bool IsSpan(TypeReference? type) => type?.Plain() is GenericInstanceType
    {
        Namespace: "System", Name: "Span`1" or "ReadOnlySpan`1",
    };
}
