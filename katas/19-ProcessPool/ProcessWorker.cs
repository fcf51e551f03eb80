// Given: nothing to change here. The file to edit is Pool.cs.
using System.Diagnostics;

namespace Katas.ProcessPool;

/// <summary>
/// A process that reads a job from each line of its standard input, and writes the answer to its
/// standard output, a line as well.
/// </summary>
public sealed class ProcessWorker : IWorker
{
    readonly Process process;

    public ProcessWorker(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardInput = true;
        startInfo.RedirectStandardOutput = true;
        process = Process.Start(startInfo)!;
    }

    public string Do(string job)
    {
        try
        {
            process.StandardInput.WriteLine(job);
            process.StandardInput.Flush();
            if (process.StandardOutput.ReadLine() is { } answer) return answer;
        }
        catch (IOException)
        {
            // Nobody is left at the other end of the pipe.
        }
        throw new WorkerDiedException($"The process {process.Id} died at the job \"{job}\".");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
