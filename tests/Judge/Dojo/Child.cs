using System.Diagnostics;
using System.Text.Json;
using Katas.Tests.Board;

namespace Judging.Dojo;

/// <summary>
/// Judges an attempt in a process of its own: whatever it does, the others and the scoreboard go on.
/// </summary>
/// <remarks>
/// A process is no sandbox: an attempt runs with the rights of whoever judges it.
/// </remarks>
static class Child
{
    internal static TimeSpan Limit { get; } = TimeSpan.FromMinutes(3);

    internal static KataResult Judge(Kata kata, string attempt, TimeSpan limit)
    {
        var room = Directory.CreateTempSubdirectory("attempt").FullName;
        try
        {
            var answer = Path.Combine(room, "judgement.json");
            var end = Run(room, limit, Course.Folder(kata), Path.GetFullPath(attempt), answer);
            var judgement = File.Exists(answer)
                ? JsonSerializer.Deserialize<Judgement>(File.ReadAllText(answer)) : null;
            return new(kata.Number, kata.Title, Mistakes.Of(kata, attempt, judgement, end))
            {
                Specs = judgement?.Specs ?? [],
            };
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }

    /// <returns>How it ended, for an attempt that leaves no answer.</returns>
    static string Run(string room, TimeSpan limit, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Child).Assembly.Location, "--alone", .. arguments])
        {
            WorkingDirectory = room,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return $"it had not ended after {limit.TotalSeconds:0} seconds";
        }
        return $"it ended its process: {FirstLine(output, errors)}";
    }

    /// <summary>A child of the attempt's may still hold the pipe: what isn't there is not waited for.</summary>
    static string FirstLine(params Task<string>[] texts) => texts
        .Select(text => text.Wait(TimeSpan.FromSeconds(5)) ? text.Result : "")
        .SelectMany(text => text.Split('\n')).Select(line => line.Trim())
        .FirstOrDefault(line => line != "", "it said nothing");
}
