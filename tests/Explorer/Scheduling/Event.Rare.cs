namespace Interleavings.Scheduling;

// What few events have.
public partial struct Event
{
    /// <summary>Further locations, for events that touch more than one.</summary>
    public Access[]? More
    {
        readonly get => _rare?.More;
        set
        {
            if (value is not null || _rare is not null) Own.More = value;
        }
    }

    /// <summary>Where else it takes over what others have published: of the further locations.</summary>
    public Location[]? Sources
    {
        readonly get => _rare?.Sources;
        set
        {
            if (value is not null || _rare is not null) Own.Sources = value;
        }
    }

    /// <summary>For <see cref="Guard.Custom"/>.</summary>
    public ICondition? Condition
    {
        readonly get => _rare?.Condition;
        set => Own.Condition = value;
    }

    /// <summary>For <see cref="Guard.Changed"/>: the versions read, in the order of the locations.</summary>
    public int[]? Versions
    {
        readonly get => _rare?.Versions;
        set => Own.Versions = value;
    }

    /// <summary>The states of the further locations just before the event.</summary>
    internal long[]? MoreStates
    {
        readonly get => _rare?.MoreStates;
        set => Own.MoreStates = value;
    }

    /// <summary>What was read or written, if values are recorded.</summary>
    public string? Value
    {
        readonly get => _rare?.Value;
        set => Own.Value = value;
    }

    /// <summary>Set if it isn't known whether the writes among its accesses are any.</summary>
    internal Doubt? Doubt
    {
        readonly get => _rare?.Doubt;
        set => Own.Doubt = value;
    }

    internal readonly bool HasRare => _rare is not null;

    private Rare Own => _rare ??= new();

    /// <summary>
    /// Lets it touch all that it may touch if it comes before another event at its location, of those
    /// that <see cref="Varies"/>.
    /// </summary>
    internal void TouchesWhat(in Event other)
    {
        if (!Varies || !other.Varies || other.Location != Location || other.More is not { } theirs) return;
        Part();
        More = [.. More ?? [], .. theirs];
    }

    /// <summary>
    /// Lets it touch only what it would if another event, by which somebody began to wait, were not
    /// before it.
    /// </summary>
    internal void TouchesWithout(in Event other)
    {
        if (More is not { } mine || other.Kind is not (EventKind.Suspend or EventKind.Start)) return;
        var waiting = other;
        if (!Array.Exists(mine, access => access.Owing is { } owing && waiting.Writes(owing))) return;
        Part();
        var rest = Array.FindAll(mine, access => access.Owing is not { } owing || !waiting.Writes(owing));
        More = rest.Length == 0 ? null : rest;
    }

    /// <summary>
    /// A use of a type only looks, once the initializer has ended. Were that end not before it, it might
    /// be the one that runs the initializer.
    /// </summary>
    internal void UsesWithout(in Event other)
    {
        if (other.Kind == EventKind.Initialized && Looks && other.Location == Location)
            Mode = AccessMode.Write;
    }

    /// <summary>Whether it is the use of a type that is initialized.</summary>
    internal readonly bool Looks => Kind == EventKind.UseType && Mode == AccessMode.Read;

    private readonly bool Writes(Location location) => Location == location && Mode == AccessMode.Write
        || More is { } more && Array.IndexOf(more, new(location, AccessMode.Write)) >= 0;

    /// <summary>From here on, what is changed here is not changed in the event it is a copy of.</summary>
    internal void Part() => _rare = _rare?.Copy();

    private sealed class Rare
    {
        internal Rare Copy() => (Rare)MemberwiseClone();

        internal Access[]? More;
        internal Location[]? Sources;
        internal ICondition? Condition;
        internal int[]? Versions;
        internal long[]? MoreStates;
        internal string? Value;
        internal Doubt? Doubt;
    }
}
