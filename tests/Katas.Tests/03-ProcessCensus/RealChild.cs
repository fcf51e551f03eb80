using System.Diagnostics;

namespace Katas.Tests;

/// <summary>A process of the operating system's that waits for input until it is ended.</summary>
sealed class RealChild(Process process) : IDisposable
{
    const int EndsWithinMs = 30_000;

    internal int Id { get; } = process.Id;

    /// <summary>Every system has a "sort", and it reads its input to the end first.</summary>
    internal static RealChild Start() => new(Process.Start(new ProcessStartInfo("sort")
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    /// <summary>Returns when the operating system has let go of it.</summary>
    internal void End()
    {
        process.Kill();
        if (!process.WaitForExit(EndsWithinMs))
            throw new TimeoutException($"The process {Id} was killed and doesn't end.");
    }

    public void Dispose()
    {
        if (!process.HasExited) End();
        process.Dispose();
    }
}
