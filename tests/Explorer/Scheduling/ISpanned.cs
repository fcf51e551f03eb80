namespace Interleavings.Scheduling;

/// <summary>An object that has handed out references to what it holds inside.</summary>
internal interface ISpanned
{
    object Owner { get; }

    bool Contains(ref byte reference);
}
