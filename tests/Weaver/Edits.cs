using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>
/// What the passes add to a method, collected against the code as it was and applied at once. An
/// instruction that is preceded by others becomes the first of them, so that branches, handlers
/// and sequence points that point at it stay right.
/// </summary>
sealed class Edits
{
    sealed class Edit
    {
        public List<Instruction> Before { get; } = [];
        public List<Instruction>? Instead { get; set; }
        public List<Instruction> After { get; } = [];
    }

    readonly Dictionary<Instruction, Edit> edits = [];

    public void Before(Instruction at, params IEnumerable<Instruction> added) =>
        Of(at).Before.AddRange(added);

    public void After(Instruction at, params IEnumerable<Instruction> added) =>
        Of(at).After.AddRange(added);

    public void Replace(Instruction at, params IEnumerable<Instruction> replacement) =>
        Of(at).Instead = Of(at).Instead is null
            ? [.. replacement]
            : throw new InvalidOperationException($"Two passes replace {at}.");

    public void Apply(MethodBody body)
    {
        var code = body.Instructions;
        for (var index = code.Count - 1; index >= 0; index--)
        {
            var original = code[index];
            if (!edits.TryGetValue(original, out var edit))
                continue;
            List<Instruction> woven = [.. edit.Before, .. edit.Instead ?? [original], .. edit.After];
            if (woven[0] != original)
                Become(original, woven);
            for (var k = 1; k < woven.Count; k++)
                code.Insert(index + k, woven[k]);
        }
    }

    static void Become(Instruction original, List<Instruction> woven)
    {
        var last = woven.IndexOf(original);
        if (last > 0)
        {
            var copy = Instruction.Create(OpCodes.Nop);
            (copy.OpCode, copy.Operand) = (original.OpCode, original.Operand);
            woven[last] = copy;
        }
        (original.OpCode, original.Operand) = (woven[0].OpCode, woven[0].Operand);
    }

    Edit Of(Instruction at)
    {
        if (!edits.TryGetValue(at, out var edit))
            edits[at] = edit = new();
        return edit;
    }
}
