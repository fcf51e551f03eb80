using Interleavings;
using Katas.Tests.Board.Commands;

namespace Katas.Tests.Board;

/// <summary>Finds out where the learner stands: only what was run counts, nothing is remembered.</summary>
/// <param name="seen">The specs that this run has shown, by full name.</param>
sealed class Measurement(IReadOnlyDictionary<string, Seen> seen, Delivered delivered)
{
    /// <summary>
    /// Specs that end their process, by full name: running them again would end this one.
    /// </summary>
    internal IReadOnlySet<string> Enders { get; init; } = new HashSet<string>();

    internal Progress Of(IReadOnlyList<Kata> katas)
    {
        var standings = katas.Select(Of).ToList();
        var shown = katas.FirstOrDefault(kata => SpecRun.Specs(kata.Specs).Any(Failed));
        return new([.. standings], shown?.Number)
        {
            Certificate = Latest(katas.Zip(standings)),
            Hint = shown is null ? null : Hint(shown),
        };
    }

    bool Failed(string spec) => seen.TryGetValue(spec, out var it) && !it.Passed;

    bool Passed(string spec) => seen.TryGetValue(spec, out var it) && it.Passed;

    Standing Of(Kata kata)
    {
        var specs = SpecRun.Specs(kata.Specs);
        var passed = Passed(kata, specs);
        var state = passed == specs.Count ? KataState.Solved
            : delivered.IsUnchanged(kata.File) ? KataState.NotStarted : KataState.Attempted;
        return new(kata.Number, kata.Title, kata.File, state, passed, specs.Count);
    }

    int Passed(Kata kata, IReadOnlyList<string> specs)
    {
        // A run stops at the first spec that fails, or leaves katas out by a filter: what it has not
        // shown of a kata is run now, quietly.
        // Counted in any order: the run's own is not that of the list.
        if (specs.Any(Failed) || specs.All(seen.ContainsKey)) return specs.Count(Passed);
        // The specs before it have passed: a kata's run stops at the first that fails.
        if (specs.Any(Enders.Contains)) return specs.TakeWhile(s => !Enders.Contains(s)).Count();
        var results = SpecRun.Of(kata.Specs).ToDictionary(r => r.Name, r => r.Passed);
        return specs.TakeWhile(s => results.GetValueOrDefault(s)).Count();
    }

    /// <summary>The last one solved that the run itself has shown in full: what it came to say.</summary>
    Certificate? Latest(IEnumerable<(Kata Kata, Standing Standing)> katas) => katas
        .Where(k => SpecRun.Specs(k.Kata.Specs).All(Passed))
        .Select(k => Certificate.Of(
            k.Standing, SpecRun.Specs(k.Kata.Specs).Select(s => seen[s].Text)) with
        {
            AndThen = Readme.Of(k.Kata)?.AndThen,
        })
        .LastOrDefault();

    /// <summary>Only for an attempt: whoever hasn't begun has made no mistake yet.</summary>
    string? Hint(Kata kata)
    {
        if (delivered.IsUnchanged(kata.File)) return null;
        var message = seen[SpecRun.Specs(kata.Specs).First(Failed)].Text;
        return HintFor(kata, message, File.ReadAllText(Path.Combine(Repository.Root, kata.File)));
    }

    /// <summary>What a report advises where it knows nothing better.</summary>
    static readonly string[] Formulas =
    [
        "Replay it in the debugger", "Find the step that should have let it go on",
        "make both orders right",
    ];

    /// <summary>
    /// The hint that fits the mistake. Where none does and the report has only a formula, it is the first
    /// hint of the kata's story.
    /// </summary>
    internal static string? HintFor(Kata kata, string message, string code) =>
        Mistake.Known(Path.GetFileName(Path.GetDirectoryName(kata.File)!))
            .FirstOrDefault(m => m.Explains(message, code))?.Hint
        ?? (Formulas.Any(Mistake.OneLine(message).Contains)
            && Readme.Of(kata)?.Hints is [var (_, first), ..] ? Mistake.OneLine(first) : null);
}
