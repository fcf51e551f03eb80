namespace Judging.Dojo;

/// <summary>A dojo's attempts: a folder for each pair.</summary>
static class Evening
{
    /// <summary>
    /// Judges all of them, each attempt in a process of its own. As many at once as there are
    /// processors: each of them explores on one.
    /// </summary>
    internal static IReadOnlyList<PairResult> Judged(string folder, TimeSpan? limit = null)
    {
        var attempts =
            from pair in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            from kata in Course.Katas
            let path = KataFolder(pair, Course.Folder(kata))
            where Course.Written(kata, path) is not null
            select (Pair: pair, Kata: kata, Path: path);
        var results = attempts.ToList().AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .Select(a => (a.Pair, Result: Child.Judge(a.Kata, a.Path, limit ?? Child.Limit)))
            .ToLookup(r => r.Pair, r => r.Result);
        return
        [
            .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
                .Select(pair => new PairResult(Path.GetFileName(pair), [.. results[pair]])),
        ];
    }

    /// <summary>A pair may hand in its whole clone, or its katas alone.</summary>
    static string KataFolder(string pair, string kata)
    {
        var inClone = Path.Combine(pair, "katas", kata);
        return Directory.Exists(inClone) ? inClone : Path.Combine(pair, kata);
    }
}
