namespace Interleavings.Hooks;

/// <summary>What a call does to the library object that it is made on.</summary>
public enum ReceiverEffect
{
    /// <summary>Nothing that another thread could tell.</summary>
    None,

    /// <summary>Reads the object as a whole, and all that it is a view of.</summary>
    Read,

    /// <summary>Writes them.</summary>
    Write,

    /// <summary>Changes the position of a stream or a reader, and reads its source.</summary>
    Move,

    /// <summary>
    /// Reads them, and may write them: it is named as if it only read, and fills something when it is
    /// asked. A conflict with such a write is no failure, but nothing is proved either.
    /// </summary>
    Doubt,

    /// <summary>It isn't known what it does. A conflict with it is no failure and no proof.</summary>
    Unknown,

    /// <summary>Writes a stream and its source, as far as overrides of the program's don't.</summary>
    Put,
}
