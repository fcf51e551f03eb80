using System.Diagnostics;

namespace Katas.Tests;

/// <summary>A process that sorts lines, which every operating system can.</summary>
sealed class Guest(Process process) : IDisposable
{
    const int EndsWithinMs = 20_000;

    internal int Id { get; } = process.Id;

    internal TimeSpan Processor
    {
        get
        {
            try
            {
                return process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                return TimeSpan.Zero; // it has ended, and nobody knows any more
            }
        }
    }

    internal static Guest Start() => new(Process.Start(new ProcessStartInfo("sort")
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    /// <summary>It ends in the middle of its work.</summary>
    internal void Crash()
    {
        process.Kill();
        process.WaitForExit(EndsWithinMs);
    }

    /// <summary>Whether it does what it is for.</summary>
    internal bool Answers()
    {
        if (process.HasExited) return false;
        process.StandardInput.Write("2\n1\n");
        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return process.WaitForExit(EndsWithinMs) && lines is ["1", "2"];
    }

    public void Dispose()
    {
        if (!process.HasExited) Crash();
        process.Dispose();
    }
}
