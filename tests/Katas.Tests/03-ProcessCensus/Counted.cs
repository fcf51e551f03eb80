using System.Diagnostics;
using Katas.ProcessCensus;
using NUnit.Framework;

namespace Katas.Tests;

/// <summary>What a learner's census says, a line for each process: "7 shell 1".</summary>
[StackTraceHidden]
sealed record Counted(IReadOnlyList<Entry> Entries)
{
    internal static Counted Of(params IProcess[] processes)
    {
        if (ErrorOf(processes, out var entries) is not { } error) return new(entries);
        Assert.Fail($"An exception ended the census{Place(error)}: {error.Message}"
            + $" ({error.GetType().Name})"
            + "\n  Be ready for it there, and go on with the next process.");
        throw error;
    }

    /// <summary>What the census threw, or null.</summary>
    internal static Exception? ErrorOf(IProcess[] processes, out IReadOnlyList<Entry> entries)
    {
        (entries, var error) = ForReal.Ended(
            seconds: 30, "The census", () => Census.Of(processes));
        return error;
    }

    internal Counted Without(string line) =>
        new([.. Entries.Where(entry => Line(entry) != line)]);

    internal void ShouldBe(string why, params string[] lines)
    {
        var (expected, actual) = (Together(lines), Together(Entries.Select(Line)));
        if (actual != expected)
            Assert.Fail($"{why}\n  The census should be:  {expected}"
                + $"\n  but it was:            {actual}");
    }

    internal void ShouldHave(int id, string name)
    {
        var line = Together(Entries.Where(entry => entry.Id == id).Select(Line));
        if (!line.StartsWith($"{id} {name} ") || line.Contains(','))
            Assert.Fail($"The process that these specs run in, {id} {name}, should be there once."
                + $"\n  Its lines in the census:  {line}");
    }

    internal void ShouldNotHave(int id, string why)
    {
        if (Entries.FirstOrDefault(entry => entry.Id == id) is { } entry)
            Assert.Fail($"A process is in the census, \"{Line(entry)}\", although {why}.");
    }

    static string Line(Entry entry) => $"{entry.Id} {entry.Name} {entry.ThreadCount}";

    static string Together(IEnumerable<string> lines) =>
        lines.Any() ? string.Join(", ", lines) : "(nobody)";

    /// <summary>The innermost line of the learner's.</summary>
    static string Place(Exception error)
    {
        var frame = new StackTrace(error, fNeedFileInfo: true).GetFrames().FirstOrDefault(
            f => f.GetMethod()?.DeclaringType?.Assembly == typeof(Census).Assembly);
        return Path.GetFileName(frame?.GetFileName()) is { } file
            ? $" at {file}:{frame!.GetFileLineNumber()}" : "";
    }
}
