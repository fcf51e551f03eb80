using System.Diagnostics;

namespace Katas.Tests.Board.Commands;

/// <summary>
/// Earlier versions of a file, from git. The last commit may be the learner's own, so the version
/// that was delivered has to be looked for.
/// </summary>
/// <param name="root">The repository's folder.</param>
sealed class History(string root)
{
    /// <returns>The text of the latest version that is the one wanted; null if none is.</returns>
    internal string? Find(string file, Func<string, bool> isWanted) =>
        Git("log", "--format=%H", "--", file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(commit => Git("show", $"{commit}:{file}"))
            .FirstOrDefault(isWanted);

    string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        errors.Wait();
        return git.ExitCode == 0 ? output : "";
    }
}
