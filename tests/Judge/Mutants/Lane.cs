using System.Diagnostics;
using System.Text.Json;

namespace Judging.Mutants;

/// <summary>
/// A process that judges one attempt after another. One that ends or stalls its process loses only
/// itself: the next goes to a new one.
/// </summary>
sealed class Lane : IDisposable
{
    /// <summary>Attempts stay loaded, see <see cref="Bench"/>: after so many, a new process.</summary>
    const int Most = 50;

    /// <summary>Bytes of the heap: more than any answer needs, and less than ends a machine.</summary>
    const long Heap = 3L << 30;

    Process? process;
    string token = "";
    int judged;

    /// <param name="limit">How long to wait for the judgement.</param>
    /// <returns>The judgement, or how the process ended.</returns>
    internal (Judgement? Judgement, string End) Judge(Attempt attempt, TimeSpan limit)
    {
        if (process is null || judged++ == Most) Restart();
        try
        {
            process!.StandardInput.WriteLine(JsonSerializer.Serialize(attempt));
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return Ended();
        }
        var answer = Task.Run(Answer);
        if (!answer.Wait(limit))
        {
            Stop();
            return (null, $"it had not ended after {limit.TotalSeconds:0} seconds");
        }
        return answer.Result is { } line
            ? (JsonSerializer.Deserialize<Judgement>(line), "")
            : Ended();
    }

    /// <summary>
    /// Its output has ended, but the process may take a moment longer to exit. The next attempt must
    /// not be given to it.
    /// </summary>
    (Judgement?, string) Ended()
    {
        Stop();
        return (null, "it ended its process");
    }

    /// <summary>The line that begins with the token; what else is written is the attempt's.</summary>
    string? Answer()
    {
        while (process!.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(token, StringComparison.Ordinal)) return line[token.Length..];
        }
        return null;
    }

    void Restart()
    {
        Stop();
        judged = 1;
        token = $"{Guid.NewGuid():N}";
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Lane).Assembly.Location, "--in-turn", token])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{Heap:X}";
        process = Process.Start(start)!;
        // Read, or it would wait for room; what it says is the attempts'.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    void Stop()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
        process = null;
    }

    public void Dispose() => Stop();
}
