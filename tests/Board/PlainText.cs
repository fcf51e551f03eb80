using Spectre.Console;
using Spectre.Console.Rendering;

namespace Katas.Tests.Board;

/// <summary>Something laid out as lines of a given width, without colour or trailing spaces.</summary>
static class PlainText
{
    internal static string Of(IRenderable content, int columns)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = columns;
        console.Profile.Capabilities.Unicode = true;
        console.Write(content);
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }
}
