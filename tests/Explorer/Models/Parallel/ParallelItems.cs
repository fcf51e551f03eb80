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

    /// <summary>Reads a sequence as a library that is handed it does.</summary>
    internal ParallelItems(Operation operation, IEnumerable<T> source, string site)
    {
        _site = site;
        ObjectModel.Touch(operation, source, EventKind.ObjectRead, site);
        var before = operation.LastEvent;
        _items = [.. source];
        if (IsOfTheCompiler(source)) return;
        _source = source;
        if (operation.LastEvent != before)
        {
            throw operation.Execution.Refuse("a sequence that uses shared variables as the source of"
                + " something parallel", "make it a list first, by ToList(): as it is, workers would ask"
                + " for its items one by one, beside the bodies", site);
        }
    }

    /// <summary>Items that nobody else has.</summary>
    internal ParallelItems(T[] items, string site) => (_items, _site) = (items, site);

    internal int Count => _items.Length;

    /// <summary>By who works on it. An event, if others could change it.</summary>
    internal T Take(Operation operation, int index)
    {
        if (_source is Array array) ObjectModel.TouchElement(operation, array, index, _site);
        else if (_source is not null) ObjectModel.TouchWhole(operation, _source, _site);
        return _items[index];
    }

    /// <summary>A collection expression that nobody else has: [1, 2].</summary>
    private static bool IsOfTheCompiler(IEnumerable<T> source) =>
        source.GetType().Name.StartsWith("<>z__", StringComparison.Ordinal);
}
