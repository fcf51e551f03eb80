namespace Interleavings.Tests.RandomPrograms;

/// <summary>A program of 2 to 4 threads made from a seed; deadlocks are welcome.</summary>
internal sealed class RandomProgram
{
    private readonly Instruction?[] _threads;

    internal RandomProgram(int seed)
    {
        // Seeded: the same program for the same seed, on every machine.
        var random = new Random(seed);
        var count = random.Next(2, 5);
        // More threads, fewer steps: the oracle is slow.
        var longest = count switch { 2 => 5, 3 => 3, _ => 2 };
        _threads = new Instruction?[4];
        for (var i = 0; i < count; i++)
        {
            for (var k = random.Next(1, longest + 1); k > 0; k--)
            {
                _threads[i] = new(Instruction.Urn[random.Next(Instruction.Urn.Count)],
                    random.Next(2), _threads[i]);
            }
        }
    }

    /// <summary>A program written by hand; at most four threads, each of steps with operands.</summary>
    internal RandomProgram(params (Instruction.Kind Do, int Operand)[][] threads)
    {
        _threads = new Instruction?[4];
        for (var i = 0; i < threads.Length; i++)
        {
            foreach (var (kind, operand) in threads[i].Reverse())
                _threads[i] = new(kind, operand, _threads[i]);
        }
    }

    internal Action Body
    {
        get
        {
            var (one, two, three, four) = (_threads[0], _threads[1], _threads[2], _threads[3]);
            return () => Interpreter.Run(one, two, three, four);
        }
    }

    public override string ToString() =>
        string.Join(" | ", _threads.Where(t => t is not null));
}
