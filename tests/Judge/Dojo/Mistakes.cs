using Katas.Tests.Board;

namespace Judging.Dojo;

/// <summary>What is wrong with an attempt, in a line.</summary>
static class Mistakes
{
    /// <param name="judgement">Null if the attempt left none.</param>
    /// <param name="end">Then: how its process ended.</param>
    /// <returns>Null for an attempt that is right.</returns>
    internal static string? Of(Kata kata, string attempt, Judgement? judgement, string end)
    {
        if (judgement is null) return end;
        if (judgement.CompileErrors is [var error, ..]) return $"does not compile: {error}";
        if (judgement.IsRight) return null;

        var failed = judgement.Specs.FirstOrDefault(s => !s.Passed);
        if (failed is null) return "no spec has run";
        var code = File.ReadAllText(Path.Combine(attempt, Path.GetFileName(kata.File)));
        var known = Mistake.Known(Course.Folder(kata))
            .FirstOrDefault(m => m.Explains(failed.Message, code));
        return known?.What ?? Headline(failed.Message);
    }

    /// <summary>
    /// Of a report: what is broken, and how ("Broken: No update is lost", and under it the result).
    /// Where the replay line or an empty one begins, it explains.
    /// </summary>
    static string Headline(string message)
    {
        var head = message.Split('\n')
            .TakeWhile(line => line.Trim() != "" && !line.StartsWith(" found at ")).ToList();
        return head is [var claim, _, ..] && claim.StartsWith(Broken)
            ? $"{claim[Broken.Length..]}: {Mistake.OneLine(string.Join(' ', head[1..]))}"
            : Mistake.OneLine(string.Join(' ', head));
    }

    const string Broken = " Broken: ";
}
