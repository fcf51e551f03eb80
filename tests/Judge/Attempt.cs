namespace Judging;

/// <summary>Somebody's answer to a kata: files that stand in for those of the kata's folder.</summary>
/// <param name="Kata">The kata's folder: "05-LockFix".</param>
/// <param name="Files">The text of each file, by its name in that folder.</param>
public sealed record Attempt(string Kata, IReadOnlyDictionary<string, string> Files);
