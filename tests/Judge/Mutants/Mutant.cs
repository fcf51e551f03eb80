namespace Judging.Mutants;

/// <summary>An answer with one mistake that nobody thought of.</summary>
/// <param name="Kata">The kata's folder: "05-LockFix".</param>
/// <param name="Answer">"the solution", or the name of the answer in the gallery.</param>
/// <param name="Operator">What was done to it.</param>
/// <param name="Line">Where, from 1.</param>
/// <param name="Was">The line as it was, without what stands around it.</param>
/// <param name="Became">What is there now.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Text">All of it.</param>
sealed record Mutant(
    string Kata, string Answer, string Operator, int Line, string Was, string Became,
    string File, string Text)
{
    /// <summary>The same in each run, and when other lines of the answer move.</summary>
    internal string Key => $"{Kata} | {Answer} | {Operator} | {Was} -> {Became}";
}
