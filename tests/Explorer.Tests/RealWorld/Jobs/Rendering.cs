// uses: Spectre.Console
using Spectre.Console;

public static class Job
{
    public static string Run()
    {
        var to = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(to), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor,
        });
        console.Profile.Width = 60;
        var table = new Table().Title("[bold]Things[/]").AddColumn("a").AddColumn("[red]b[/]");
        for (var i = 0; i < 5; i++) table.AddRow($"{i}", new string('x', i * 7));
        console.Write(table);
        var tree = new Tree("root");
        tree.AddNode("[green]one[/]").AddNode("two");
        console.Write(new Panel(tree).Header("in a panel"));
        console.Write(new BarChart().AddItem("p", 3, Color.Blue).AddItem("q", 5));
        console.MarkupLine("[underline]end[/]");
        return to.ToString();
    }
}
