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

    static string Home { get; } = Path.Combine(Repository.Root, "tests", "SecondOpinion");

    static string Asked { get; } =
        Path.Combine(Home, "Specs", "bin", "Solutions", "net10.0", "CoyoteSpecs.dll");

    /// <summary>Rewrites assemblies where they lie, all at once: starting Coyote takes longest.</summary>
    /// <param name="assemblies">From that folder.</param>
    internal static void Rewrite(string folder, IEnumerable<string> assemblies)
    {
        var options = Path.Combine(folder, "rewrite.json");
        File.WriteAllText(options, $$"""
            {
              "AssembliesPath": ".",
              "Assemblies": [{{string.Join(", ", assemblies.Select(a => $"\"{a}\""))}}],
              "IsRewritingMemoryLocations": true,
              "IsRewritingConcurrentCollections": true
            }
            """);
        using var process = Start(Home, "coyote", "rewrite", options);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(said);
    }

    /// <param name="katas">A rewritten assembly Katas.</param>
    internal static Opinion Of(string katas, Type specs)
    {
        string? last = null;
        long executions = 0;
        foreach (var (spec, verdict) in Verdicts(katas, specs))
        {
            last = spec;
            executions += verdict.Executions;
            if (!verdict.Passes) return new(verdict.Kind, spec, executions, verdict.What);
        }
        return new(Opinion.Right, null, executions);
    }

    /// <param name="only">A spec's name; without it, all of them until one is turned down.</param>
    internal static IEnumerable<(string Spec, CoyoteLine Verdict)> Verdicts(
        string katas, Type specs, string? only = null)
    {
        using var process = Start(Home, [Asked, katas, specs.FullName!, .. only is null ? [] : (string[])[only]]);
        try
        {
            while (Line(process, "") is { } name)
            {
                var spec = name[(specs.FullName!.Length + 1)..];
                yield return (spec, CoyoteLine.Parse(Line(process, spec) ?? "crashes\t0\t0\t"));
            }
        }
        finally
        {
            process.Kill();
        }
    }

    static string? Line(Process process, string spec)
    {
        var line = process.StandardOutput.ReadLineAsync();
        return line.Wait(Limit) ? line.Result : "hangs\t0\t0\t" + spec;
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
