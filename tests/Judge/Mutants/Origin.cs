using Katas.Tests.Board;
using Judging.Dojo;

namespace Judging.Mutants;

/// <summary>What mutants are made from: the reference, or a right answer of the gallery.</summary>
sealed record Origin(string Kata, string Name, string File, string Text)
{
    internal static IReadOnlyList<Origin> All() => [.. Course.Katas.SelectMany(Of)];

    static IEnumerable<Origin> Of(Kata kata)
    {
        var folder = Course.Folder(kata);
        var file = Path.GetFileName(kata.File);
        yield return new(folder, "the solution", file, System.IO.File.ReadAllText(
            Path.Combine(Course.Solutions, folder, file)));
        foreach (var path in Directory.EnumerateFiles(
            Path.Combine(Mistake.Gallery, folder), "right-*.cs").Order(StringComparer.Ordinal))
            yield return new(folder, Path.GetFileNameWithoutExtension(path), file,
                System.IO.File.ReadAllText(path));
    }
}
