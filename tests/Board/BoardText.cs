using Spectre.Console;

namespace Katas.Tests.Board;

/// <summary>Progress as text: 80 columns, and no colour, since test hosts redirect the output.</summary>
static class BoardText
{
    const int Columns = 80;
    const int KatasInARow = 3;

    internal static string Of(Progress progress)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Columns;
        console.Profile.Capabilities.Unicode = true;
        console.Write(Body(progress));
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }

    /// <summary>The same in one line, where there is no room for more.</summary>
    internal static string Line(Progress progress) => progress.Next is { } next
        ? $"{Solved(progress)}. Next: {Name(next)}, {next.File}"
        : $"{Solved(progress)}. All done!";

    static Rows Body(Progress progress) => new(
        new Text($"{Bar(progress)}  {Solved(progress)}     (✔ solved, ✎ attempted, · not started)"),
        Table(progress),
        Text.Empty,
        new Text(Advice(progress)));

    static Grid Table(Progress progress)
    {
        var grid = new Grid();
        for (var column = 0; column < KatasInARow; column++)
            grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(3));
        foreach (var row in progress.Katas.Chunk(KatasInARow))
            grid.AddRow([.. row.Select(k => new Text($"{Mark(k.State)} {Name(k)}"))]);
        return grid;
    }

    static string Advice(Progress progress) => progress.Next switch
    {
        null => "Every kata is solved. Take the explorer home: explore code of your own.",
        { State: KataState.NotStarted } next =>
            $"Next: edit {next.File}. Read its README.md first.",
        { } next =>
            $"Next: {next.File}, {next.Passed} of {next.Specs} specs pass. Hints: its README.md.",
    };

    static string Bar(Progress progress) =>
        new string('▓', progress.Solved) + new string('░', progress.Katas.Count - progress.Solved);

    static string Solved(Progress progress) =>
        $"{progress.Solved}/{progress.Katas.Count} katas solved";

    static string Name(Standing kata) => $"{kata.Number:00} {kata.Title}";

    static char Mark(KataState state) => state switch
    {
        KataState.Solved => '✔',
        KataState.Attempted => '✎',
        _ => '·',
    };
}
