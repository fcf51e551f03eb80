using System.Diagnostics;
using System.Runtime.InteropServices;
using Katas.Tests;

namespace WrongAnswers;

/// <summary>
/// A run of the specs that start processes, to be interrupted. Everything that it starts inherits
/// its mark, and its temporary folder.
/// </summary>
/// <remarks>Linux shows who has which mark, in /proc; other systems show it to nobody.</remarks>
sealed class InterruptedRun : IDisposable
{
    const string MarkName = "KATAS_INTERRUPTED_RUN";
    const int Interrupt = 2;
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    readonly string mark = $"{Guid.NewGuid():N}";
    readonly string temporary = Directory.CreateTempSubdirectory("interrupted").FullName;
    readonly Process process;

    internal InterruptedRun()
    {
        var startInfo = new ProcessStartInfo("dotnet",
        [
            typeof(Kata17_SpawnAndMonitor).Assembly.Location,
            "--filter", "FullyQualifiedName~Kata17|FullyQualifiedName~Kata18"
                + "|FullyQualifiedName~Kata19|FullyQualifiedName~Kata20",
        ])
        {
            WorkingDirectory = temporary,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        startInfo.Environment[MarkName] = mark;
        startInfo.Environment["TMPDIR"] = temporary;
        // What .NET itself puts there for debuggers stays when its process is killed.
        startInfo.Environment["DOTNET_EnableDiagnostics"] = "0";
        process = Process.Start(startInfo)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits for the first process that the specs have started.</summary>
    internal bool HasChildren() =>
        Wait(() => process.HasExited || Marked().Any(id => id != process.Id)) && !process.HasExited;

    /// <summary>Lets it go on for so long, or to its end.</summary>
    internal void GoOn(TimeSpan time) => process.WaitForExit(time);

    internal void End(bool byForce)
    {
        if (byForce) process.Kill();
        else kill(process.Id, Interrupt);
        if (!process.WaitForExit(Limit))
            throw new TimeoutException("It doesn't end when interrupted.");
    }

    /// <summary>The processes that outlive it by more than their own end takes.</summary>
    internal IReadOnlyList<int> ProcessesLeft() => Wait(() => !Marked().Any()) ? [] : [.. Marked()];

    /// <summary>Apart from the folders that NUnit and the test platform keep.</summary>
    internal IReadOnlyList<string> FilesLeft() =>
        [.. Directory.EnumerateFileSystemEntries(temporary).Select(Path.GetFileName)
            .Where(name => name is not ("NUnit.Engine" or "TestResults"))!];

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
        Directory.Delete(temporary, recursive: true);
    }

    static bool Wait(Func<bool> condition) => SpinWait.SpinUntil(condition, Limit);

    IEnumerable<int> Marked() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        where Environment(folder).Contains($"{MarkName}={mark}\0")
        select int.Parse(Path.GetFileName(folder));

    static string Environment(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone.
            return "";
        }
    }

    [DllImport("libc")]
    static extern int kill(int id, int signal);
}
