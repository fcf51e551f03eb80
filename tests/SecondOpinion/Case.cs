using Judging;
using Katas.Tests.Board;
using WrongAnswers;

namespace SecondOpinion;

/// <summary>A program to ask about: an answer to a kata, with the kata's specs.</summary>
/// <param name="Name">"05-LockFix/volatile"; the reference is "05-LockFix/the solution".</param>
sealed record Case(string Name, Kata Kata, Attempt Attempt)
{
    internal static IReadOnlyList<Case> All(IEnumerable<Kata> katas) =>
    [
        .. from kata in katas
           where Specs.Of(kata.Specs).Count > 0
           let folder = Path.GetFileName(Path.GetDirectoryName(kata.File)!)
           from answer in Answer.All().Where(answer => answer.Kata == folder)
               .Select(answer => (answer.Name, Files: new Dictionary<string, string>
               {
                   [Path.GetFileName(kata.File)] = answer.Text,
               }))
               .Prepend((Name: "the solution", Files: []))
           select new Case($"{folder}/{answer.Name}", kata, new(folder, answer.Files)),
    ];

    /// <summary>Compiled as the gallery's judge does.</summary>
    /// <param name="number">Its version: rewritten together, two of one version are one.</param>
    internal Compilation Compiled(int number)
    {
        var version = $"[assembly: System.Reflection.AssemblyVersion(\"1.0.0.{number}\")]";
        var attempt = Attempt with
        {
            Files = new Dictionary<string, string>(Attempt.Files) { ["Version.cs"] = version },
        };
        var compiled = Compilation.Of(attempt, Path.Combine(Repository.Root, "solutions"));
        return compiled.Errors.Count == 0 ? compiled
            : throw new InvalidOperationException($"{Name}: {compiled.Errors[0]}");
    }
}
