using Spectre.Console;

namespace Katas.Tests.Board;

/// <summary>
/// Progress as text, folded by chapter: a few lines however many katas there are, since the failure
/// above it is what has to be read. No colour: test hosts redirect the output, and what a mark says
/// is in its shape.
/// </summary>
static class BoardText
{
    /// <summary>A terminal's 80, less the two that dotnet test indents by.</summary>
    const int Columns = 78;
    const int ChaptersInARow = 4;

    internal static string Of(Progress progress) => PlainText.Of(Body(progress), Columns);

    static Rows Body(Progress progress) => new(
    [
        .. progress.Ends.Select(end => new Text(end)),
        .. progress.Left.Select(spec => new Text($"The last run ended in the middle of {spec}: it was"
            + " killed, or took its process with it.")),
        .. progress.Certificate is { } certificate ? [new Text(Proved(certificate))] : new Text[0],
        new Text($"{progress.Solved}/{progress.Katas.Count} katas solved"
            + "   (✔ solved, ✎ attempted, · not started)"),
        Table(progress),
        new Text(Advice(progress)),
    ]);

    static Grid Table(Progress progress)
    {
        var grid = new Grid();
        for (var column = 1; column <= ChaptersInARow; column++)
            grid.AddColumn(new GridColumn().NoWrap().PadLeft(0)
                .PadRight(column == ChaptersInARow ? 0 : 2));
        foreach (var row in Chapter.All.Select(c => Folded(c, progress)).OfType<string>()
            .Chunk(ChaptersInARow))
            grid.AddRow([.. row.Select(chapter => new Text(chapter))]);
        return grid;
    }

    /// <summary>"✔✎······ Shared memory", or null for a chapter without katas.</summary>
    static string? Folded(Chapter chapter, Progress progress)
    {
        var marks = string.Concat(
            progress.Katas.Where(k => chapter.Has(k.Number)).Select(k => Mark(k.State)));
        return marks == "" ? null : $"{marks} {chapter.Title}";
    }

    static string Advice(Progress progress) => progress.Next switch
    {
        null => "Every kata is solved. Take the explorer home: explore code of your own.",
        { State: KataState.NotStarted } next =>
            $"Next: edit {next.File} (its README.md says what).",
        { } next => $"Next: {next.File}, {next.Passed} of {next.Specs} specs pass.\n" + Hint(progress, next),
    };

    static string Hint(Progress progress, Standing next) => progress.Hint is { } hint
        ? $"Hint: {hint}"
        : $"Stuck? dotnet run --project tests/Board -- hint {next.Number:00}";

    static string Proved(Certificate certificate) =>
        $"{certificate.Kata.Number:00} {certificate.Kata.Title} is {certificate}.\n"
        + (certificate.AndThen is { } question
            ? $"Compare {certificate.Kata.Solution}, and try this:\n{question}"
            : $"Compare {certificate.Kata.Solution}: what would change with that one?");

    internal static char Mark(KataState state) => state switch
    {
        KataState.Solved => '✔',
        KataState.Attempted => '✎',
        _ => '·',
    };
}
