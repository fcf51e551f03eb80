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

    /// <summary>Writes a stream and its source, as far as overrides of the program's don't.</summary>
    Put,
}
