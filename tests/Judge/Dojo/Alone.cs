using System.Text.Json;

namespace Judging.Dojo;

/// <summary>The child's side: judges one attempt, and leaves what the specs say in a file.</summary>
static class Alone
{
    /// <param name="kata">The kata's folder: "05-LockFix".</param>
    /// <param name="attempt">The folder with the attempt's files.</param>
    /// <param name="answer">The file for the judgement, as JSON.</param>
    internal static void Run(string kata, string attempt, string answer)
    {
        var known = Course.Katas.Single(k => Course.Folder(k) == kata);
        var judgement = Course.Judge.Run(
            Course.Written(known, attempt)!, known.Specs.FullName!);

        // Moved into its place when it is whole: the parent reads all of it, or nothing.
        File.WriteAllText($"{answer}.part", JsonSerializer.Serialize(judgement));
        File.Move($"{answer}.part", answer);
    }
}
