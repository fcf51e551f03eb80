using System.Diagnostics;
using System.Numerics;
using Katas.ProcessFactorials;

namespace Katas.Tests;

/// <summary>A learner's factorials by real processes.</summary>
/// <param name="ways">How the process for a number behaves: see the child program's README.</param>
[StackTraceHidden]
sealed class Computed(Func<int, IEnumerable<string>> ways) : IDisposable
{
    internal Computed() : this(_ => [])
    {
    }

    internal Nursery Nursery { get; } = new();

    /// <summary>Sees who is left when the call comes back.</summary>
    internal Witness Witness { get; } = new();

    internal Trial<BigInteger[]> Begin(params int[] numbers) =>
        Nursery.Begin(() => Witness.Call(() => Factorials.Of(numbers, StartInfo)));

    internal (BigInteger[] Results, Exception? Error) Run(params int[] numbers) =>
        Begin(numbers).Ended(Stuck);

    internal BigInteger[] Results(params int[] numbers)
    {
        var (results, error) = Run(numbers);
        if (error is not null)
            Fail.Because($"The call threw: {error.GetType().Name}: {error.Message}");
        if (results.Length != numbers.Length)
            Fail.Because(
                $"{numbers.Length} numbers were given, {results.Length} results came back.");
        return results;
    }

    /// <summary>What to say when nobody moves any more.</summary>
    internal string Stuck() =>
        Nursery.Living.Select(FullPipe).FirstOrDefault(text => text is not null)
        ?? (Nursery.Living is []
            ? "Every process has ended, but the call never came back."
            : $"The call never came back, while {Nursery.Names} still lived.");

    public void Dispose() => Nursery.Dispose();

    ProcessStartInfo StartInfo(int number) =>
        Nursery.StartInfo($"{number}!", ["factorial", $"{number}", .. ways(number)]);

    /// <summary>What is known of a child that can't write on, or null.</summary>
    static string? FullPipe(Child child) =>
        child.LastSaid.Split(' ') is ["writes", var written, var all]
            ? $"The pipe is full. {child} has written {written} of its {all} characters, and"
                + " waits until somebody reads. But the call waits, too: for it to exit, or for"
                + $" another. While {Nursery.ForEver} other processes lived and ended, nobody has"
                + " read a character."
                + "\n  Next: Read all that a child says before you wait for it to exit."
            : null;
}
