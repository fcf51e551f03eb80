using System.Security.Cryptography;
using System.Text;

namespace Katas.Tests.Board;

/// <summary>
/// The katas' files as they were delivered, to tell an attempt from a kata not started: a list as
/// sha256sum writes it, checked in beside this file and checked by .ci/run.
/// </summary>
sealed class Delivered(string root, IReadOnlyDictionary<string, string> hashes)
{
    internal static Delivered FromThisBuild()
    {
        using var list = new StreamReader(typeof(Delivered).Assembly
            .GetManifestResourceStream("as-delivered.sha256")!);
        return new(Repository.Root, Parse(list.ReadToEnd()));
    }

    internal static Dictionary<string, string> Parse(string list) =>
        list.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  ", 2))
            .ToDictionary(part => part[1].Trim(), part => part[0]);

    /// <summary>The files that learners edit, from the repository's root.</summary>
    internal IEnumerable<string> Files => hashes.Keys;

    /// <summary>Other line endings are no attempt: editors and git change them by themselves.</summary>
    internal bool IsUnchanged(string file)
    {
        var path = Path.Combine(root, file);
        return File.Exists(path) && IsAsDelivered(file, File.ReadAllText(path));
    }

    internal bool IsAsDelivered(string file, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n")));
        return Convert.ToHexStringLower(hash) == hashes.GetValueOrDefault(file);
    }
}
