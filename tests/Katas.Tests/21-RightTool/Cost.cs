using Katas.RightTool;
using NUnit.Framework;
using Spectre.Console;

namespace Katas.Tests;

/// <summary>What it took to do a job for real.</summary>
/// <param name="Threads">Different threads that its parts ran on.</param>
/// <param name="Processes">Different processes, beside that of the specs.</param>
/// <param name="Peak">How many parts were under way at once, at most.</param>
/// <param name="Done">How many parts came to their end.</param>
/// <param name="Processor">Time of all processors, also that of the other processes.</param>
sealed record Cost(
    Job Job, Tool Tool, int Threads, int Processes, int Peak, int Done, TimeSpan Processor)
{
    /// <summary>Does the job, and shows what it has cost.</summary>
    internal static Cost Of(Job job, Tool tool)
    {
        var parts = new Parts(job);
        var before = Environment.CpuUsage.TotalTime;
        ForReal.Within(seconds: 30, $"{job.Name}, by {tool}", () =>
        {
            parts.DoneBy(tool);
            return true;
        });
        var cost = new Cost(job, tool, parts.Threads, parts.Processes, parts.Peak, parts.Done,
            Environment.CpuUsage.TotalTime - before + parts.ProcessorElsewhere);
        TestContext.Out.WriteLine(cost);
        return cost;
    }

    /// <summary>A table with one row.</summary>
    public override string ToString()
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns(
            "job", "tool", "threads", "processes", "peak", "done", "CPU time");
        table.AddRow(Job.Name, $"{Tool}", $"{Threads}", $"{Processes}", $"{Peak}",
            $"{Done} of {Job.Parts}", $"{(int)Processor.TotalMilliseconds} ms");

        var text = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 96;
        console.Write(table);
        var lines = text.ToString().Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).Trim('\n');
    }
}
