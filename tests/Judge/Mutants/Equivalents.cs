using Katas.Tests.Board;

namespace Judging.Mutants;

/// <summary>
/// Mutants that do what their answer does, so that no spec can reject them. They are listed in a file, a
/// line each: the reason, and what identifies the mutant.
/// </summary>
static class Equivalents
{
    /// <summary>The only reasons there are.</summary>
    internal static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            ["order"] = "the statements do not depend on each other, or a join comes after both",
            ["same"] = "another way to the same result: the two differ for no value that occurs",
            ["stronger"] = "it excludes more than needed, and no spec asks for that freedom",
            ["ordered"] = "something else orders the accesses",
            ["spare"] = "there is more room than is ever used",
            ["later"] = "the garbage collector releases it later",
            ["context"] = "there is no context that the rest would have to go back to",
            ["woken"] = "a thread is woken only when it can go on: waking one, or looking once, is enough",
            ["busy"] = "it asks again and again where it could sleep, and the story allows that",
            ["quiet"] = "nothing can throw there",
        };

    internal static string File { get; } =
        Path.Combine(Repository.Root, "tests", "Judge", "Mutants", "equivalent.txt");

    /// <summary>The reason for each, by <see cref="Mutant.Key"/>.</summary>
    internal static IReadOnlyDictionary<string, string> Listed { get; } = Read(File);

    static Dictionary<string, string> Read(string file) => System.IO.File.Exists(file)
        ? System.IO.File.ReadLines(file).Where(line => line != "" && !line.StartsWith('#'))
            .Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[1], parts => parts[0])
        : [];
}
