namespace Interleavings.Scheduling;

/// <summary>
/// Who is who from one execution of an exploration to the next: an operation is its creator's
/// how many-th child, an object its creator's how many-th allocation.
/// </summary>
internal sealed class Identities
{
    /// <summary>Sets of operations are kept as the bits of one word.</summary>
    internal const int MaxOperations = 56;

    private readonly Dictionary<(int Creator, int Child), Operation> _operations = [];
    private readonly List<Operation> _known = [];
    private readonly Dictionary<LocationName, Location> _locations = [];
    private readonly Dictionary<(int Creator, int Number), Thread> _threads = [];

    private Trace? _listed;

    /// <summary>The operation with an id; null for one that runs a static initializer on trial.</summary>
    internal Operation? Known(int id) => id < _known.Count ? _known[id] : null;

    /// <returns>Null when there are too many.</returns>
    internal Operation? Operation(Operation? creator)
    {
        var key = creator is null ? (-1, 0) : (creator.Id, creator.Children++);
        if (_operations.TryGetValue(key, out var operation)) return operation;
        var id = _operations.Count;
        if (id == MaxOperations) return null;
        operation = new(id, Location(new(LocationName.Lifecycles, id, 0)))
        {
            Path = creator is null ? "main" : $"{creator.Path}.{key.Item2}",
        };
        _known.Add(operation);
        return _operations[key] = operation;
    }

    internal Location Location(LocationName name)
    {
        if (_locations.TryGetValue(name, out var location)) return location;
        return _locations[name] = new(name, _locations.Count);
    }

    /// <summary>
    /// Whether the locations list the events of a trace. From here on they do: what they list of
    /// another's is forgotten, because the searches of one exploration take turns.
    /// </summary>
    internal bool IsListed(Trace trace)
    {
        if (_listed == trace) return true;
        _listed = trace;
        foreach (var location in _locations.Values) location.Clear();
        return false;
    }

    /// <summary>
    /// The thread object for an operation's how many-th thread. It is never started: the program
    /// holds it, and the operation behind it runs on a worker. Making one costs some 15 us, so the
    /// next execution gets the same again.
    /// </summary>
    internal Thread Thread(Operation creator)
    {
        var key = (creator.Id, creator.ThreadsMade++);
        if (_threads.TryGetValue(key, out var thread)) return thread;
        return _threads[key] = new(static () => { });
    }
}
