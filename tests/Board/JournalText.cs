namespace Katas.Tests.Board;

/// <summary>What a journal tells of a run.</summary>
sealed class JournalText
{
    readonly Dictionary<string, Seen> seen = [];
    readonly List<ProcessEnd> ends = [];
    readonly List<string> left = [];
    string? last;
    bool isQuiet;

    /// <summary>The specs that the run has shown, by full name.</summary>
    internal IReadOnlyDictionary<string, Seen> Seen => seen;

    /// <summary>How often a process of the run has ended too early, and where.</summary>
    internal IReadOnlyList<ProcessEnd> Ends => ends;

    /// <summary>The specs in the middle of which earlier runs have ended.</summary>
    internal IReadOnlyList<string> Left => left;

    /// <summary>The spec that has begun and not ended.</summary>
    internal string? Current { get; private set; }

    internal bool IsDone { get; set; }

    internal void Begin(string spec, bool isQuiet)
    {
        Current = last = spec;
        this.isQuiet = isQuiet;
    }

    internal void End(string spec, Seen how)
    {
        Current = null;
        seen[spec] = how;
    }

    internal void AddLeft(string spec) => left.Add(spec);

    internal void EndQuietly() => Current = null;

    internal void EndProcess(int exitCode)
    {
        ends.Add(new(Current, last, exitCode, isQuiet));
        // What was only to be counted is not what the run has shown.
        if (!isQuiet && Current is { } spec) seen[spec] = new(false, Board.Ends.Of(ends[^1]));
        Current = null;
    }
}

/// <summary>The end of a process before its run was over.</summary>
/// <param name="Spec">In the middle of which; null between two.</param>
/// <param name="Last">The last one that had begun.</param>
/// <param name="IsQuiet">Whether it ran only for the board.</param>
sealed record ProcessEnd(string? Spec, string? Last, int ExitCode, bool IsQuiet);
