namespace Interleavings;

/// <summary>
/// Which operation runs, and for how many events, as a short text: "A1 B A" means that A runs for
/// one event, then B until it ends or has to wait, then A likewise. After the last entry, and
/// before the first, operations run in the default order: who runs goes on until it ends or has to
/// wait; then comes the one created first. Beginning and ending don't count as events, but for the
/// end of work that has asked on which thread of the pool it runs. An operation that isn't started
/// yet when its turn comes is waited for. "A!" is the moment when A's time limit runs out, or when
/// A finds itself on a thread of the pool that has run other work. "one-worker", as the first word,
/// lets parallel loops do with one worker each; "hashes-2", as the next, is an order of the hash codes by
/// which objects are told apart. What stands in "(...)*" at the end comes again and again.
/// </summary>
public sealed record Schedule(IReadOnlyList<ScheduleEntry> Entries)
{
    private const string OneWorkerWord = "one-worker";

    /// <summary>
    /// Whether parallel loops run their iterations one after the other: they promise no more than that.
    /// </summary>
    public bool OneWorker { get; init; }

    private const string HashOrderWord = "hashes-";

    /// <summary>
    /// Which of the orders of identity hash codes it is (see RuntimeHelpers.GetHashCode); 0 is the first.
    /// </summary>
    public int HashOrder { get; init; }

    /// <summary>
    /// The index of the entry from which on the last ones come again and again: "A1 (B2 A2)*". Null if
    /// each comes once.
    /// </summary>
    public int? RepeatsFrom { get; init; }

    /// <summary>Reads the text form; throws <see cref="FormatException"/> with what is wrong where.</summary>
    public static Schedule Parse(string text)
    {
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var oneWorker = words is [OneWorkerWord, ..];
        if (oneWorker) words = words[1..];
        var hashOrder = 0;
        if (words is [var hashes, ..] && hashes.StartsWith(HashOrderWord, StringComparison.Ordinal)
            && int.TryParse(hashes[HashOrderWord.Length..], out hashOrder)) words = words[1..];
        var repeatsFrom = Array.FindIndex(words, word => word[0] == '(');
        if (repeatsFrom >= 0 && words[^1].EndsWith(")*", StringComparison.Ordinal))
        {
            words[repeatsFrom] = words[repeatsFrom][1..];
            words[^1] = words[^1][..^2];
        }
        return new([.. words.Select(ScheduleEntry.Parse)])
        {
            OneWorker = oneWorker,
            HashOrder = hashOrder,
            RepeatsFrom = repeatsFrom < 0 ? null : repeatsFrom,
        };
    }

    public bool Equals(Schedule? other) => other is not null && OneWorker == other.OneWorker
        && HashOrder == other.HashOrder && RepeatsFrom == other.RepeatsFrom && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => Entries.Count;

    public override string ToString()
    {
        var once = Entries.Take(RepeatsFrom ?? Entries.Count);
        IEnumerable<object> words = HashOrder > 0 ? [$"{HashOrderWord}{HashOrder}", .. once] : once;
        if (OneWorker) words = [OneWorkerWord, .. words];
        if (RepeatsFrom is { } from) words = [.. words, $"({string.Join(' ', Entries.Skip(from))})*"];
        return string.Join(' ', words);
    }
}

/// <summary>An operation's turn.</summary>
/// <param name="Operation">"main", "A", "B", ...</param>
/// <param name="Events">How many events, or null: until it ends or has to wait.</param>
public sealed record ScheduleEntry(string Operation, int? Events)
{
    internal static ScheduleEntry Parse(string text)
    {
        var name = text.TrimEnd("0123456789".ToCharArray());
        var count = text[name.Length..];
        var letter = name.TrimEnd('!');
        if (letter != "main" && (letter.Length == 0 || letter.Any(c => c is < 'A' or > 'Z')))
            throw new FormatException($"\"{text}\" is not part of a schedule: write an operation's"
                + " letter and, if it is to stop early, how many events: \"A1 B A\".");
        if (count.Length == 0) return new(name, null);
        return int.TryParse(count, out var events) && events > 0
            ? new(name, events)
            : throw new FormatException($"\"{text}\": the number of events starts at 1.");
    }

    public override string ToString() => $"{Operation}{Events}";
}
