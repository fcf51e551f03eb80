using Katas.Tests;
using Katas.Tests.Board;

namespace Judging.Dojo;

/// <summary>The katas that there are, and their specs.</summary>
static class Course
{
    internal static IReadOnlyList<Kata> Katas { get; } =
        Kata.In(typeof(Kata01_HelloWorker).Assembly);

    internal static Judge Judge { get; } = new(
        Solutions, typeof(Kata01_HelloWorker).Assembly.Location);

    internal static string Folder(Kata kata) =>
        Path.GetFileName(Path.GetDirectoryName(kata.File)!);

    internal static string Solutions => Path.Combine(Repository.Root, "solutions");

    /// <summary>
    /// What a pair has written in its folder of a kata. Files that come with the kata are taken from
    /// the reference: nobody solves a kata by changing what is given.
    /// </summary>
    /// <returns>Null if there is nothing, or only what was delivered.</returns>
    internal static Attempt? Written(Kata kata, string folder)
    {
        if (!Directory.Exists(folder)) return null;
        var edited = Path.GetFileName(kata.File);
        var given = Directory.EnumerateFiles(Path.Combine(Solutions, Folder(kata)), "*.cs")
            .Select(Path.GetFileName).Where(name => name != edited).ToHashSet();
        var files = Directory.EnumerateFiles(folder, "*.cs")
            .Where(path => !given.Contains(Path.GetFileName(path)))
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        return files.TryGetValue(edited, out var text)
            && !Delivered.FromThisBuild().IsAsDelivered(kata.File, text)
                ? new(Folder(kata), files)
                : null;
    }
}
