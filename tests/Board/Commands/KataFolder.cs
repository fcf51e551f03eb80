namespace Katas.Tests.Board.Commands;

/// <summary>A kata as it lies on the disk.</summary>
/// <param name="File">The file to edit, from the repository's root.</param>
sealed record KataFolder(int Number, string Title, string File)
{
    internal string Name => $"{Number:00} {Title}";

    internal string Readme => $"katas/{Number:00}-{Title}/README.md";

    /// <summary>From the list of the files that learners edit: katas/NN-Title/File.cs.</summary>
    internal static IReadOnlyList<KataFolder> In(Delivered delivered) =>
    [
        .. from file in delivered.Files
           let folder = file.Split('/')[1].Split('-', 2)
           orderby folder[0]
           select new KataFolder(int.Parse(folder[0]), folder[1], file)
    ];

    /// <summary>"5", "05", "05-LockFix" or "lockfix".</summary>
    internal bool IsMeantBy(string text) =>
        int.TryParse(text.Split('-')[0], out var number)
            ? number == Number
            : text.Equals(Title, StringComparison.OrdinalIgnoreCase);
}
