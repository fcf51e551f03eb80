namespace Katas.Tests.Board.Commands;

/// <summary>
/// What a learner can ask for: "list", "next", "hint 05 2", "reset 05". Nothing is run and nothing
/// remembered; what is solved, only a test run can tell.
/// </summary>
/// <param name="root">The repository's folder.</param>
sealed class KataCommands(string root, Delivered delivered, TextReader input, TextWriter output)
{
    const string Call = "dotnet run --project tests/Board --";
    const int Done = 0;
    const int NotUnderstood = 2;

    readonly IReadOnlyList<KataFolder> katas = KataFolder.In(delivered);

    /// <returns>The exit code: 0, or 2 when it doesn't know what was meant.</returns>
    internal int Run(string[] arguments) => arguments switch
    {
        ["list"] => List(),
        ["next"] => Next(),
        ["hint", var kata] => With(kata, k => Hint(k, 1)),
        ["hint", var kata, var number] when int.TryParse(number, out var which) =>
            With(kata, k => Hint(k, which)),
        ["reset", "all"] => Reset(katas),
        ["reset", var kata] => With(kata, k => Reset([k])),
        _ => Usage(),
    };

    int Usage() => Say($"""
        {Call} list        the katas, and which you have begun
        {Call} next        the story of the first that you have not begun
        {Call} hint 05     the first hint of kata 05; hint 05 2: the second
        {Call} reset 05    kata 05 as it was delivered; reset all: every kata
        """, NotUnderstood);

    int List()
    {
        foreach (var chapter in Chapter.All)
        {
            var inside = katas.Where(k => chapter.Has(k.Number)).ToList();
            if (inside.Count > 0) output.WriteLine(chapter.Title);
            foreach (var kata in inside) output.WriteLine($"  {Mark(kata)} {kata.Name,-22} {kata.File}");
        }
        return Say("✎ begun, · as delivered. What is solved, `dotnet test` tells.");
    }

    char Mark(KataFolder kata) => BoardText.Mark(
        delivered.IsUnchanged(kata.File) ? KataState.NotStarted : KataState.Attempted);

    int Next() => katas.FirstOrDefault(k => delivered.IsUnchanged(k.File)) is { } kata
        ? Say($"{Prose.Of(Readme(kata).Story)}\n\nEdit {kata.File}, and run `dotnet test`.")
        : Say("You have begun every kata: `dotnet test` shows the first that is not solved.");

    int Hint(KataFolder kata, int which)
    {
        var hints = Readme(kata).Hints;
        if (which < 1 || which > hints.Count)
            return Say($"{kata.Name} has {hints.Count} hints.", NotUnderstood);
        var (title, text) = hints[which - 1];
        return Say($"{kata.Name}, {title}\n\n{Prose.Of(text)}\n" + (which == hints.Count
            ? "\nThat was the last hint."
            : $"\nThe next one: {Call} hint {kata.Number:00} {which + 1}"));
    }

    int Reset(IReadOnlyList<KataFolder> wanted)
    {
        var changed = wanted.Where(k => !delivered.IsUnchanged(k.File)).ToList();
        if (changed.Count == 0) return Say("Nothing to do: all is as it was delivered.");
        output.WriteLine("This throws away what you have written in");
        foreach (var kata in changed) output.WriteLine($"  {kata.File}");
        output.Write("Go on? [y/N] ");
        if (input.ReadLine()?.Trim().ToLowerInvariant() is not ("y" or "yes"))
            return Say("Nothing has changed.");
        return changed.Select(Restore).ToList().Max();
    }

    int Restore(KataFolder kata)
    {
        if (new History(root).Find(kata.File, text => delivered.IsAsDelivered(kata.File, text))
            is not { } text)
            return Say($"{kata.File}: git knows no version of it as it was delivered.", NotUnderstood);
        File.WriteAllText(Path.Combine(root, kata.File), text);
        return Say($"{kata.File} is as it was delivered.");
    }

    int With(string name, Func<KataFolder, int> action) =>
        katas.FirstOrDefault(k => k.IsMeantBy(name)) is { } kata
            ? action(kata)
            : Say($"There is no kata \"{name}\". {Call} list", NotUnderstood);

    Readme Readme(KataFolder kata) =>
        Commands.Readme.Parse(File.ReadAllText(Path.Combine(root, kata.Readme)));

    int Say(string text, int exitCode = Done)
    {
        output.WriteLine(text);
        return exitCode;
    }
}
