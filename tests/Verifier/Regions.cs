using Mono.Cecil.Cil;

namespace Verification;

/// <summary>Where control may go between the blocks of exception handlers (ECMA-335 III.1.7.5).</summary>
sealed class Regions(MethodBody body, IReadOnlyDictionary<Instruction, int> places)
{
    readonly record struct Block(int Start, int End, ExceptionHandler Handler, string Part)
    {
        public bool Holds(int place) => place >= Start && place < End;
    }

    readonly Block[] blocks = [.. body.ExceptionHandlers.SelectMany(h => BlocksOf(h, places, body))];

    /// <summary>What is wrong with going from one place to another; null if nothing is.</summary>
    public string? Judge(int from, int to, bool leaves)
    {
        foreach (var block in blocks)
            if (block.Holds(from) != block.Holds(to))
            {
                if (block.Holds(to) && !(block.Part == "try" && to == block.Start))
                    return $"into the middle of a {block.Part}";
                if (block.Holds(from) && !(leaves && block.Part is "try" or "catch"))
                    return $"out of a {block.Part}";
            }
        return null;
    }

    /// <summary>Whether an instruction that ends or repeats a handler is in one of that kind.</summary>
    public bool IsIn(int place, string part) =>
        blocks.Where(b => b.Holds(place)).OrderBy(b => b.End - b.Start)
            .FirstOrDefault(b => b.Part != "try").Part == part;

    public bool IsInAny(int place) => blocks.Any(b => b.Holds(place));

    public bool BeginsTry(int place) => blocks.Any(b => b.Part == "try" && b.Start == place);

    /// <summary>The handlers that an exception at a place may reach.</summary>
    public IEnumerable<ExceptionHandler> Around(int place) =>
        blocks.Where(b => b.Part == "try" && b.Holds(place)).Select(b => b.Handler);

    static IEnumerable<Block> BlocksOf(
        ExceptionHandler handler, IReadOnlyDictionary<Instruction, int> places, MethodBody body)
    {
        int Place(Instruction? at) => at is null ? body.Instructions.Count : places[at];
        yield return new(Place(handler.TryStart), Place(handler.TryEnd), handler, "try");
        if (handler.FilterStart is { } filter)
            yield return new(Place(filter), Place(handler.HandlerStart), handler, "filter");
        yield return new(Place(handler.HandlerStart), Place(handler.HandlerEnd), handler,
            handler.HandlerType switch
            {
                ExceptionHandlerType.Finally => "finally",
                ExceptionHandlerType.Fault => "fault",
                _ => "catch",
            });
    }
}
