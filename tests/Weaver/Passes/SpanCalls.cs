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
        "GetReference", "AsBytes", "Cast", "op_Equality", "op_Inequality", "get_Span", "AsRef", "Pin",
        "CreateFromPinnedArray", "TryGetArray", "TryGetMemoryManager",
    ];

    static readonly string[] reading =
    [
        "IndexOf", "LastIndexOf", "Contains", "Sequence", "StartsWith", "EndsWith", "BinarySearch",
        "ToArray", "ToString", "Overlaps", "CommonPrefix", "Count", "Read", "TryRead",
    ];

    public void Weave(MethodWeave method)
    {
        foreach (var instruction in method.Code)
            if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj
                && method.Calls.Of(instruction) is { Kind: CalleeKind.Unwoven } callee
                && !LibraryObjects.OnlyViews(callee.Reference)
                && !viewing.Contains(callee.Reference.Name)
                && !ComparesPlaces(callee.Reference))
                Hooked(method, instruction, callee.Reference);
    }

    /// <summary>Two memories are equal if they are the same place; their content isn't looked at.</summary>
    static bool ComparesPlaces(MethodReference callee) =>
        callee is { HasThis: true, Name: "Equals" or "GetHashCode" } && IsSpan(callee.DeclaringType);

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
        var copied = Copied(method, call, callee, receiver, spilled);
        if (IsSpan(receiver))
            method.Before(call,
                Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Ldobj, receiver),
                method.Site(call, method.NameOf(method.Flow.Peek(call, count))),
                Hook(method, receiver!, callee.Name is "CopyTo" or "TryCopyTo" || Reads(callee)));
        foreach (var i in spans)
            method.Before(call,
                [Instruction.Create(OpCodes.Ldloc, spilled.Variables[i]),
                .. FirstOf(method, callee, Argument(i).Type!),
                .. copied is not null && i == count - 1
                    ? First(method, Argument(i).Type!, copied) : [],
                method.Site(call, method.NameOf(Argument(i))),
                Hook(method, Argument(i).Type!, Reads(callee)
                    || i == 0 && !callee.HasThis && callee.Name is "CopyTo" or "TryCopyTo")]);
        method.Before(call, spilled.Load);
    }

    /// <summary>A copy reaches as far into its target as the source is long.</summary>
    /// <returns>What keeps that number; null for any other call.</returns>
    static VariableDefinition? Copied(MethodWeave method, Instruction call, MethodReference callee,
        TypeReference? receiver, Spill spilled)
    {
        if (callee.Name is not ("CopyTo" or "TryCopyTo") || callee.Parameters.Count == 0
            || !IsSpan(callee.ResolvedParameter(callee.Parameters.Count - 1)))
            return null;
        Instruction[] length;
        if (IsSpan(receiver))
            length =
            [
                Instruction.Create(OpCodes.Dup),
                Instruction.Create(OpCodes.Call,
                    new MethodReference(
                        "get_Length", method.Module.Types.Int32, callee.DeclaringType)
                    {
                        HasThis = true,
                    }),
            ];
        else if (callee is { HasThis: false, DeclaringType.FullName: "System.MemoryExtensions" }
            && callee.ResolvedParameter(0).IsArray)
            length =
            [
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[0]),
                method.Hooks.Call(nameof(Interleavings.Hooks.Hook.LengthOf)),
            ];
        else
            return null;
        var copied = method.Temp(method.Module.Types.Int32);
        method.Before(call, [.. length, Instruction.Create(OpCodes.Stloc, copied)]);
        return copied;
    }

    static Instruction[] First(MethodWeave method, TypeReference span, VariableDefinition count) =>
    [
        Instruction.Create(OpCodes.Ldloc, count),
        method.Hooks.Call(span.Name switch
        {
            "Span`1" => nameof(Interleavings.Hooks.Hook.FirstOf),
            "ReadOnlySpan`1" => nameof(Interleavings.Hooks.Hook.FirstOfReadOnly),
            "Memory`1" => nameof(Interleavings.Hooks.Hook.FirstOfMemory),
            _ => nameof(Interleavings.Hooks.Hook.FirstOfReadOnlyMemory),
        }, ((GenericInstanceType)span.Plain()).GenericArguments[0]),
    ];

    /// <summary>One number of a known size is all that is read or written.</summary>
    static IEnumerable<Instruction> FirstOf(
        MethodWeave method, MethodReference callee, TypeReference span)
    {
        if (span.Name is not ("Span`1" or "ReadOnlySpan`1"))
            return [];
        Instruction[] size = callee.DeclaringType.FullName switch
        {
            "System.Runtime.InteropServices.MemoryMarshal"
                when callee is GenericInstanceMethod m
                    && callee.Name is "Read" or "TryRead" or "Write" or "TryWrite" =>
                [Instruction.Create(OpCodes.Sizeof, m.GenericArguments[0])],
            "System.Buffers.Binary.BinaryPrimitives" or "System.BitConverter"
                when SizeOf(callee.Name) is { } bytes =>
                [Instruction.Create(OpCodes.Ldc_I4, bytes)],
            _ => [],
        };
        return size.Length == 0 ? []
            :
            [
                .. size,
                method.Hooks.Call(span.Name == "Span`1"
                    ? nameof(Interleavings.Hooks.Hook.FirstOf)
                    : nameof(Interleavings.Hooks.Hook.FirstOfReadOnly), method.Module.Types.Byte),
            ];
    }

    /// <summary>"ReadInt32LittleEndian" is of four bytes.</summary>
    static int? SizeOf(string member)
    {
        foreach (var (name, size) in sizes)
            if (member.Contains(name))
                return size;
        return null;
    }

    // The longer name first: "UInt128" contains "Int128", and that is as long.
    static readonly (string Name, int Size)[] sizes =
    [
        ("Int128", 16), ("Int64", 8), ("Int32", 4), ("Int16", 2), ("Double", 8), ("Single", 4),
        ("Half", 2), ("BFloat16", 2),
    ];

    static Instruction Hook(MethodWeave method, TypeReference span, bool isRead)
    {
        var element = ((GenericInstanceType)span.Plain()).GenericArguments[0];
        return method.Hooks.Call(span.Name switch
        {
            "ReadOnlySpan`1" => nameof(Interleavings.Hooks.Hook.ReadOnlySpanRead),
            "ReadOnlyMemory`1" => nameof(Interleavings.Hooks.Hook.ReadOnlyMemoryRead),
            "Memory`1" => isRead
                ? nameof(Interleavings.Hooks.Hook.MemoryRead)
                : nameof(Interleavings.Hooks.Hook.MemoryWrite),
            _ => isRead
                ? nameof(Interleavings.Hooks.Hook.SpanRead)
                : nameof(Interleavings.Hooks.Hook.SpanWrite),
        }, element);
    }

    static bool Reads(MethodReference callee) =>
        reading.Any(name => callee.Name.StartsWith(name, StringComparison.Ordinal));

    static bool IsSpan(TypeReference? type) => type?.Plain() is GenericInstanceType
    {
        Namespace: "System", Name: "Span`1" or "ReadOnlySpan`1" or "Memory`1" or "ReadOnlyMemory`1",
    };
}
