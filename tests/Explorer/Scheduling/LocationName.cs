namespace Interleavings.Scheduling;

/// <summary>
/// What stays the same about a location from one execution to the next: which operation made its
/// object, as how many-th, and where in the object it lies.
/// </summary>
/// <param name="Creator">The operation that named the object first; <see cref="Statics"/> for static
/// fields; <see cref="Lifecycles"/> for operations themselves.</param>
/// <param name="Allocation">The how many-th object of that operation.</param>
/// <param name="Offset">In bytes from the object's start; negative for what a model keeps.</param>
internal readonly record struct LocationName(int Creator, int Allocation, long Offset)
{
    internal const int Statics = -1;
    internal const int Lifecycles = -2;
    internal const int Clock = -3;
    internal const int Pool = -6;
    internal const int Threads = -7;

    /// <summary>For static initializers: by the number of the type; 0 for all of them.</summary>
    internal const int Types = -4;

    /// <summary>The offset that stands for an object's monitor.</summary>
    internal const long Monitor = -4;

    /// <summary>The offset that stands for whatever an object's model keeps.</summary>
    internal const long Model = -1;

    /// <summary>The offset that stands for all that an unwoven object holds.</summary>
    internal const long Whole = -2;

    /// <summary>The offset that stands for whether the object has been disposed of.</summary>
    internal const long Life = -6;

    /// <summary>The offset that stands for all that is done to an object that is asked by a ValueTask.</summary>
    internal const long Core = -7;

    /// <summary>The offset that stands for which of its rounds such an object is in.</summary>
    internal const long Round = -8;

    /// <summary>From here down: the rounds of an object that is asked again and again.</summary>
    internal const long Rounds = -1000;

    /// <summary>The offset that stands for how far an enumerator has come.</summary>
    internal const long Place = -5;

    /// <summary>
    /// From here up: the single bytes of an object, or of the memory of static fields.
    /// </summary>
    internal const long Bytes = 1L << 56;

    /// <summary>The offset that stands for the queue of those who wait for a pulse.</summary>
    internal const long Queue = -3;
}
