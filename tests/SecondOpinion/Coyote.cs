using System.Diagnostics;
using Katas.Tests.Board;

namespace SecondOpinion;

/// <summary>
/// Coyote's opinion, in a process of its own: what it can't end, or what ends it, ends there.
/// </summary>
static class Coyote
{
    /// <summary>For one spec; the longest takes a few seconds.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    const string Crashed = "crashes\t0\t0\t";

    const string Hangs = "hangs\t0\t0\t";

    static string Home { get; } = Path.Combine(Repository.Root, "tests", "SecondOpinion");

    static string Asked { get; } =
        Path.Combine(Home, "Specs", "bin", "Solutions", "net10.0", "CoyoteSpecs.dll");

    /// <summary>Rewrites assemblies where they lie, all at once: the start takes longest.</summary>
    /// <param name="assemblies">From that folder.</param>
    internal static void Rewrite(string folder, IEnumerable<string> assemblies)
    {
        var options = Path.Combine(folder, "rewrite.json");
        File.WriteAllText(options, $$"""
            {
              "AssembliesPath": ".",
              "Assemblies": [{{string.Join(", ", assemblies.Select(a => $"\"{a}\""))}}],
              "IsRewritingMemoryLocations": true,
              "IsRewritingConcurrentCollections": true,
              "IsDataRaceCheckingEnabled": true
            }
            """);
        using var process = Start(Home, "coyote", "rewrite", options);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(said);
    }

    /// <summary>
    /// Spec after spec, until a bug is found. One in which Coyote loses control says nothing of the
    /// others, which are asked about in a new process.
    /// </summary>
    /// <param name="katas">A rewritten assembly Katas.</param>
    internal static Opinion Of(string katas, Type specs)
    {
        string? after = null;
        Opinion? doubt = null;
        long executions = 0;
        do
        {
            Opinion? lost = null;
            foreach (var (spec, verdict) in Verdicts(katas, specs, "--after", after ?? ""))
            {
                executions += verdict.Executions;
                if (verdict.Passes) continue;
                lost = new(verdict.Kind, spec, executions, verdict.What);
                if (lost.IsBug) return lost;
            }
            after = lost?.Spec;
            doubt ??= lost;
        }
        while (after is not null);
        return doubt ?? new(Opinion.Right, null, executions);
    }

    /// <param name="from">Which specs: "--after", or "--only", and the name of one.</param>
    internal static IEnumerable<(string Spec, CoyoteLine Verdict)> Verdicts(
        string katas, Type specs, string from, string spec)
    {
        var place = specs.FullName!.Length + 1;
        var name = spec == "" ? "" : $"{specs.FullName}.{spec}";
        var last = specs.Name;
        using var process = Start(Home, Asked, katas, specs.FullName!, from, name);
        try
        {
            while (Line(process) is { } line)
            {
                if (line == Hangs) throw new TimeoutException($"{last}, and then nothing");
                last = line[place..];
                var verdict = Line(process) ?? Crashed;
                yield return (last, CoyoteLine.Parse(verdict));
                if (verdict is Crashed or Hangs) yield break;
            }
            // Whatever it left out would pass for right.
            if (!process.WaitForExit(Limit) || process.ExitCode != 0)
                throw new InvalidOperationException($"{last}, and then CoyoteSpecs failed.");
        }
        finally
        {
            process.Kill();
        }
    }

    static string? Line(Process process)
    {
        var line = process.StandardOutput.ReadLineAsync();
        return line.Wait(Limit) ? line.Result : Hangs;
    }

    static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["COYOTE_CLI_TELEMETRY_OPTOUT"] = "1";
        return Process.Start(start)!;
    }
}
