using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a parallel loop or query goes over. Its items are known from the start, but each is asked for by
/// whoever works on it, beside the other bodies: who changes the collection meanwhile races with that.
/// </summary>
internal sealed class ParallelItems<T>
{
    /// <summary>Null if nobody else has it.</summary>
    private readonly IEnumerable<T>? _source;
    private readonly T[] _items;
    private readonly string _site;
    private readonly List<Location> _read = [];

    /// <summary>Reads a sequence as a library that is handed it does.</summary>
    internal ParallelItems(Operation operation, IEnumerable<T> source, string site)
    {
        _site = site;
        ObjectModel.Touch(operation, source, EventKind.ObjectRead, site);
        var before = operation.LastEvent;
        _items = [.. source];
        if (IsOfTheCompiler(source)) return;
        _source = source;
        if (_items.Length > 0) Note(operation, before);
    }

    /// <summary>
    /// What going through the source has read is read again with each item; more than that can't be left
    /// to who works on the items.
    /// </summary>
    private void Note(Operation operation, int before)
    {
        var trace = operation.Execution.Trace;
        for (var i = operation.LastEvent; i > before; i = trace[i].Previous)
        {
            ref var e = ref trace[i];
            if (e is { Kind: EventKind.Read, More: null, Location: { } location }) _read.Add(location);
            else throw Refusal(operation);
        }
    }

    private Unwinding Refusal(Operation operation) => operation.Execution.Refuse(
        "a sequence that changes or waits for something as the source of something parallel",
        "make it a list first, by ToList(): as it is, workers would ask for its items one by one, beside"
            + " the bodies", _site);

    /// <summary>Items that nobody else has.</summary>
    internal ParallelItems(T[] items, string site) => (_items, _site) = (items, site);

    internal int Count => _items.Length;

    /// <summary>By who works on it. An event, if others could change it.</summary>
    internal T Take(Operation operation, int index)
    {
        if (_source is not null) ObjectModel.TouchItem(operation, _source, index, Count, _site);
        if (_read.Count > 0) ObjectModel.Touch(operation, _read, _site);
        return _items[index];
    }

    /// <summary>A collection expression that nobody else has: [1, 2].</summary>
    private static bool IsOfTheCompiler(IEnumerable<T> source) =>
        source.GetType().Name.StartsWith("<>z__", StringComparison.Ordinal);
}
