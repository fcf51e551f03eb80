using System.Reflection;

namespace Katas.Tests.Board;

/// <summary>A kata as its specs declare it.</summary>
/// <param name="File">The file to edit, from the repository's root.</param>
sealed record Kata(int Number, string Title, string File, Type Specs)
{
    internal static IReadOnlyList<Kata> In(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           let kata = type.GetCustomAttribute<KataAttribute>()
           where kata is not null
           orderby kata.Number
           select new Kata(kata.Number, kata.Title, kata.File, type)
    ];
}
