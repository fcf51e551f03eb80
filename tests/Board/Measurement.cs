using Interleavings;

namespace Katas.Tests.Board;

/// <summary>Finds out where the learner stands: only what was run counts, nothing is remembered.</summary>
static class Measurement
{
    /// <param name="seen">The specs that this run has shown, by full name: whether they passed.</param>
    internal static Progress Of(
        IReadOnlyList<Kata> katas, IReadOnlyDictionary<string, bool> seen, Delivered delivered) =>
        new([.. katas.Select(kata => Of(kata, seen, delivered))], Shown(katas, seen));

    static int? Shown(IReadOnlyList<Kata> katas, IReadOnlyDictionary<string, bool> seen) =>
        katas.FirstOrDefault(kata => SpecRun.Specs(kata.Specs).Any(s => Failed(s, seen)))?.Number;

    static bool Failed(string spec, IReadOnlyDictionary<string, bool> seen) =>
        seen.TryGetValue(spec, out var passed) && !passed;

    static Standing Of(Kata kata, IReadOnlyDictionary<string, bool> seen, Delivered delivered)
    {
        var specs = SpecRun.Specs(kata.Specs);
        var passed = Passed(kata, specs, seen);
        var state = passed == specs.Count ? KataState.Solved
            : delivered.IsUnchanged(kata.File) ? KataState.NotStarted : KataState.Attempted;
        return new(kata.Number, kata.Title, kata.File, state, passed, specs.Count);
    }

    static int Passed(Kata kata, IReadOnlyList<string> specs, IReadOnlyDictionary<string, bool> seen)
    {
        // A run stops at the first spec that fails, or leaves katas out by a filter: what it has not
        // shown of a kata is run now, quietly.
        if (specs.Any(s => Failed(s, seen)) || specs.All(seen.ContainsKey))
            return specs.TakeWhile(s => seen.GetValueOrDefault(s)).Count();
        var results = SpecRun.Of(kata.Specs).ToDictionary(r => r.Name, r => r.Passed);
        return specs.TakeWhile(s => results.GetValueOrDefault(s)).Count();
    }
}
