namespace Interleavings.Reporting;

/// <summary>
/// What operations are called: by their thread's own name, otherwise by their letter.
/// </summary>
sealed class Names(IReadOnlyList<OperationSummary> operations)
{
    public IEnumerable<string> All => Enumerable.Range(0, operations.Count).Select(Short);

    /// <summary>
    /// Over a column: "worker A", or "Producer (A)", so that the replay text can be read.
    /// </summary>
    public string Heading(int operation) => Own(operation) is { } own
        ? $"{Text.Shorten(own, 24)} ({operations[operation].Letter})"
        : Subject(operation);

    /// <summary>In a sentence: "worker A", "Producer", "main".</summary>
    public string Subject(int operation) => Short(operation) switch
    {
        var letter when Own(operation) is null && IsWorker(operation) => $"worker {letter}",
        var name => name,
    };

    /// <summary>In a sentence about several: "A", "Producer", "main".</summary>
    public string Short(int operation)
    {
        if (!IsKnown(operation)) return "an operation";
        var letter = operations[operation].Letter;
        if (Own(operation) is not { } own) return letter;
        var name = Text.Shorten(own, 24);
        return operations.Count(o => o.Name is { } n && Text.OneLine(n) == own) > 1
            ? $"{name} ({letter})" : name;
    }

    public string Letter(int operation) => IsKnown(operation) ? operations[operation].Letter : "?";

    /// <summary>The operation that a text means, or -1.</summary>
    public int Find(string text)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var letter = operations[i].Letter;
            if (text == letter || text == $"worker {letter}" || text == operations[i].Name)
                return i;
        }
        return -1;
    }

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    bool IsKnown(int operation) => operation >= 0 && operation < operations.Count;

    bool IsWorker(int operation) => IsKnown(operation) && operations[operation].Letter != "main";

    string? Own(int operation) =>
        IsKnown(operation) && !string.IsNullOrWhiteSpace(operations[operation].Name)
        && operations[operation].Name != operations[operation].Letter
            ? Text.OneLine(operations[operation].Name!)
            : null;
}
