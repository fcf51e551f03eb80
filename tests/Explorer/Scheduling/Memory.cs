using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>The locations of one execution, found by object and offset.</summary>
internal sealed class Memory(Identities identities)
{
    private readonly ObjectNames _names = new();
    private readonly References _references = new();
    private readonly List<ISpanned> _spanned = [];
    private readonly HashSet<string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where the program's own data begins and ends that a span was made of.</summary>
    private readonly Dictionary<nint, nint> _constants = [];
    private readonly Dictionary<object, List<object>> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int> _depths = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _exposed = new(ReferenceEqualityComparer.Instance);
    private Entry[] _entries = new Entry[1 << 6];
    private int _count;
    private long _stamp;

    /// <summary>Stands for the owner of every static field.</summary>
    private static readonly object Statics = new();

    internal void Clear(long stamp)
    {
        _stamp = stamp;
        _count = 0;
        _names.Clear(stamp);
        _names.Arrays.Clear();
        _references.Clear();
        _spanned.Clear();
        _texts.Clear();
        _constants.Clear();
        _sources.Clear();
        _depths.Clear();
        _exposed.Clear();
    }

    /// <summary>The execution is over: what it has made need not be kept any more.</summary>
    internal void LetGo()
    {
        Clear(_stamp);
        Array.Clear(_entries);
        _names.LetGo();
    }

    /// <summary>Its constructor lets others have it: what it writes from here on, they may see.</summary>
    internal void Expose(object self) => _exposed.Add(self);

    internal bool IsExposed(object? owner) =>
        _exposed.Count > 0 && owner is not null && _exposed.Contains(owner);

    /// <summary>An object has been made.</summary>
    internal void Name(object owner, Operation maker) => _names.NameOf(owner, maker, isNew: true);

    /// <summary>The operation that had it first, or null if none has.</summary>
    internal int? CreatorOf(object owner) => _names.Find(owner)?.Creator;

    /// <summary>A library has returned an object, which may have been there before.</summary>
    internal void Met(object owner, Operation toucher) =>
        _names.NameOf(owner, toucher, isReturned: true);

    /// <summary>Which operation had it first, as how many-th.</summary>
    internal (int Creator, int Number) NameOf(object owner, Operation toucher) =>
        _names.NameOf(owner, toucher);

    /// <summary>A location of an object that the operation makes just now.</summary>
    internal Location OfNew(object owner, long offset, Operation maker)
    {
        Name(owner, maker);
        return Of(owner, offset, maker);
    }

    internal Location Of(object owner, long offset, Operation toucher)
    {
        var mask = _entries.Length - 1;
        var i = Hash(owner, offset) & mask;
        for (; _entries[i].Stamp == _stamp; i = (i + 1) & mask)
        {
            if (_entries[i].Offset == offset && ReferenceEquals(_entries[i].Owner, owner))
                return _entries[i].Location;
        }
        var (creator, number) = ReferenceEquals(owner, Statics)
            ? (LocationName.Statics, 0)
            : _names.NameOf(owner, toucher);
        var location = identities.Location(new(creator, number, offset)).In(_stamp);
        _entries[i] = new(owner, offset, _stamp, location);
        if (++_count * 2 > _entries.Length) Grow();
        return location;
    }

    /// <summary>Static fields don't move, and live as long as the process: the address is the name.</summary>
    internal static unsafe (object Owner, nint Address) OfStatic<T>(ref T field) =>
        (Statics, (nint)Unsafe.AsPointer(ref Unsafe.As<T, byte>(ref field)));

    /// <summary>
    /// A location of a single byte, for those who don't use a variable as a whole.
    /// </summary>
    internal Location OfByte(object owner, long offset, Operation toucher) =>
        Of(owner, LocationName.Bytes + offset, toucher);

    internal void Address<T>(object owner, ref T field, Operation toucher) =>
        Address(owner, RawObject.OffsetOf(owner, ref field), Layout<T>.Value, toucher);

    internal void Address(object owner, nint offset, Layout layout, Operation toucher)
    {
        // A named array is searched as a whole: its elements needn't be listed.
        if (owner is Array) NameOf(owner, toucher);
        else _references.Add(owner, offset, layout);
    }

    /// <summary>The address of a field that is not to be written any more.</summary>
    internal void AddressReadOnly<T>(object owner, ref T field) => _references.Add(
        owner, RawObject.OffsetOf(owner, ref field), Layout<T>.Value, isReadOnly: true);

    internal unsafe void AddressStatic<T>(ref T field, bool isReadOnly) => _references.AddStatic(
        (nint)Unsafe.AsPointer(ref Unsafe.As<T, byte>(ref field)), Layout<T>.Value, isReadOnly);

    /// <summary>Where a reference leads; null if it isn't known where it was taken from.</summary>
    internal Referent? ReferentOf(ref byte reference) =>
        _references.Find(ref reference, _names.Arrays);

    /// <summary>The location of the object that has handed a reference out, if one has.</summary>
    internal Location? SpannedBy(ref byte reference, Operation toucher)
    {
        foreach (var spanned in _spanned)
        {
            if (spanned.Contains(ref reference))
                return Of(spanned.Owner, LocationName.Whole, toucher);
        }
        return null;
    }

    /// <summary>A location in the object that a place is in.</summary>
    internal Location At(in Referent place, nint distance, Operation toucher) =>
        Of(place.Owner ?? Statics, place.Start + distance, toucher);

    /// <summary>The same of a single byte.</summary>
    internal Location ByteAt(in Referent place, nint distance, Operation toucher) =>
        OfByte(place.Owner ?? Statics, place.Start + distance, toucher);

    /// <summary>The object that a reference leads into, or null if nobody saw it being taken.</summary>
    internal object? OwnerOf(ref byte reference) => ReferentOf(ref reference)?.Owner;

    /// <summary>A span of a string's characters has been made.</summary>
    internal void SpansText(string text) => _texts.Add(text);

    /// <summary>
    /// A span over the program's own data has been made, as of <c>[1, 2, 3]</c> or <c>"abc"u8</c>. It
    /// stays where it is for as long as the assembly is loaded.
    /// </summary>
    internal unsafe void SpansConstant<T>(ReadOnlySpan<T> span)
    {
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));
        var end = start + (nint)span.Length * Unsafe.SizeOf<T>();
        _constants[start] = Math.Max(end, _constants.GetValueOrDefault(start));
    }

    /// <summary>Whether a reference leads to what nobody writes: a constant, or the characters of a string.</summary>
    internal bool IsConstant(ref byte reference)
    {
        foreach (var text in _texts)
        {
            var characters = MemoryMarshal.AsBytes(text.AsSpan());
            if (characters.Overlaps(MemoryMarshal.CreateReadOnlySpan(ref reference, 1))) return true;
        }
        return IsInConstant(ref reference);
    }

    private unsafe bool IsInConstant(ref byte reference)
    {
        var address = (nint)Unsafe.AsPointer(ref reference);
        foreach (var (start, end) in _constants)
        {
            if (start <= address && address < end) return true;
        }
        return false;
    }

    /// <summary>References into this object stand for the object as a whole.</summary>
    internal void Spans(ISpanned spanned) => _spanned.Add(spanned);

    /// <summary>Whoever uses <paramref name="view"/> uses <paramref name="source"/>.</summary>
    /// <returns>How many views lie one over the other.</returns>
    internal int Views(object view, object source)
    {
        var depth = Math.Max(DepthOf(view), DepthOf(source) + 1);
        _depths[view] = depth;
        if (!_sources.TryGetValue(view, out var sources)) _sources[view] = sources = [];
        if (!sources.Contains(source, ReferenceEqualityComparer.Instance)) sources.Add(source);
        return depth;
    }

    private int DepthOf(object view) => _depths.GetValueOrDefault(view);

    /// <summary>An object and all that it is a view of.</summary>
    internal IReadOnlyCollection<object> WithSources(object view) => WithSources(view, static _ => false);

    /// <summary>The same, without what <paramref name="hides"/> its own sources.</summary>
    internal IReadOnlyCollection<object> WithSources(object view, Func<object, bool> hides)
    {
        if (!_sources.ContainsKey(view) || hides(view)) return [view];
        var found = new HashSet<object>(ReferenceEqualityComparer.Instance) { view };
        var pending = new Queue<object>(found);
        while (pending.TryDequeue(out var next))
        {
            if (hides(next)) continue;
            foreach (var source in _sources.GetValueOrDefault(next) ?? [])
            {
                if (found.Add(source)) pending.Enqueue(source);
            }
        }
        return found;
    }

    private static int Hash(object owner, long offset) =>
        RuntimeHelpers.GetHashCode(owner) * 31 + (int)(offset >> 2) * 0x2545F491;

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        var mask = _entries.Length - 1;
        foreach (var entry in old)
        {
            if (entry.Stamp != _stamp) continue;
            var i = Hash(entry.Owner, entry.Offset) & mask;
            while (_entries[i].Stamp == _stamp) i = (i + 1) & mask;
            _entries[i] = entry;
        }
    }

    private readonly record struct Entry(
        object Owner, long Offset, long Stamp, Location Location);
}
