using System.Diagnostics;
using System.Globalization;
using Katas.RightTool;

namespace Katas.Tests;

/// <summary>
/// What each tool makes of a job, tried on this machine with a few of its parts: the learner chooses by
/// what it costs here.
/// </summary>
sealed class Offers(Job job, Tool choice)
{
    /// <summary>A process takes longer than all the rest.</summary>
    const int MostProcesses = 2;

    const int MostParts = 20;

    /// <summary>Computing takes milliseconds, and each tool does it twice.</summary>
    const int MostComputing = 4;

    readonly List<Offer> offers = [.. Enum.GetValues<Tool>().Select(tool => Of(job, tool))];

    static Offer Of(Job job, Tool tool)
    {
        // What would crash this process isn't tried.
        if (job.NeedsIsolation && tool != Tool.Processes) return new(tool, null, 0, 0, 0);
        var most = tool == Tool.Processes ? MostProcesses
            : job.Limit == Limit.Processor ? MostComputing : MostParts;
        var some = job with { Parts = Math.Min(job.Parts, most) };
        // The first time, much of it is compiled: that isn't what the tool costs.
        if (tool != Tool.Processes) new Parts(some).DoneBy(tool);
        var parts = new Parts(some);
        var clock = Stopwatch.StartNew();
        parts.DoneBy(tool);
        return new(tool, clock.Elapsed / some.Parts,
            parts.Peak == some.Parts ? job.Parts : parts.Peak,
            tool switch
            {
                Tool.Threads => job.Parts,
                Tool.Tasks => Math.Min(parts.Threads, Environment.ProcessorCount),
                _ => 0,
            },
            tool == Tool.Processes ? job.Parts : 0);
    }

    /// <summary>A table, and what is wrong with the choice. It doesn't name the better one.</summary>
    public override string ToString() =>
        $"""
        For "{job.Name}" your choice is {choice}.
          {Facts}. Tried on this machine:

                       at once   threads   processes      time for each
        {string.Join('\n', offers.Select(Row))}

          {Why}
        """;

    string Facts => string.Join(", ", (string[])
    [
        job.Parts == 1 ? "1 part" : $"{job.Parts} parts",
        job.Limit == Limit.Processor ? "computing" : "waiting",
        .. job.Blocks ? ["in calls that block"] : Array.Empty<string>(),
        .. job.NeedsIsolation ? ["needs isolation"] : Array.Empty<string>(),
    ]);

    string Row(Offer it) => $"  {it.Tool,-11}" + (it.Time is { } time
        ? string.Create(CultureInfo.InvariantCulture,
            $"{it.AtOnce,7}{it.Threads,10}{it.Processes,12}{time.TotalMilliseconds,16:0.000} ms")
        : "   a crash of one part ends all of them")
        + (it.Tool == choice ? "   <- your choice" : "");

    string Why => offers.Find(it => it.Tool == choice) switch
    {
        { Time: null } => "With your choice, a part that crashes takes all other parts with it.",
        { AtOnce: var few } when few < job.Parts =>
            "With your choice, each part has to wait for the one before.",
        _ => "Your choice does it. Which other one has as many parts at work at once, for less?",
    };

    /// <param name="Time">For each part; null if it can't do the job.</param>
    /// <param name="AtOnce">How many parts are at work at the same time.</param>
    sealed record Offer(Tool Tool, TimeSpan? Time, int AtOnce, int Threads, int Processes);
}
