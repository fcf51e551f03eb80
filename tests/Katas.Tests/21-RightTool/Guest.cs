using System.Diagnostics;

namespace Katas.Tests;

/// <summary>A process that does what a line of its input says; or crashes, if that says so.</summary>
sealed class Guest(Process process) : IDisposable
{
    internal int Id { get; } = process.Id;

    /// <summary>To be asked while it lives: then the operating system has forgotten it.</summary>
    internal TimeSpan Processor => process.TotalProcessorTime;

    internal static Guest Start(Nursery nursery, string name)
    {
        var startInfo = nursery.StartInfo(name, "serve");
        startInfo.RedirectStandardInput = true;
        startInfo.RedirectStandardOutput = true;
        return new(Process.Start(startInfo)!);
    }

    /// <summary>Whether it does what it is for: a crash ends it, and nobody else.</summary>
    internal bool Answers(string job)
    {
        process.StandardInput.WriteLine(job);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() is { } answer && answer.StartsWith("49 ");
    }

    public void Dispose() => process.Dispose();
}
