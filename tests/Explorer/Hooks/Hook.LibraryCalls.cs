using System.Text.Json;
using Interleavings.Models;

namespace Interleavings.Hooks;

/// <summary>Library calls that may call the program back, and the enumerators of a foreach.</summary>
public static partial class Hook
{
    /// <summary>Before such a call, and before the hooks that tell what it reads and writes.</summary>
    /// <param name="frame">A local of the calling method, which tells its frame from others.</param>
    public static void LibraryCall(ref int frame)
    {
        if (Scheduled is { } o) LibraryCalls.Begin(o, ref frame);
    }

    /// <summary>After it.</summary>
    public static void LibraryReturn(ref int frame)
    {
        if (Current is not { } o) return;
        RecursionModel.Back(o, ref frame);
        LibraryCalls.End(o, ref frame);
    }

    /// <summary>Before MoveNext of an enumerator that no other thread can have.</summary>
    public static void OwnEnumeratorMove(object enumerator, string site)
    {
        if (Scheduled is { } o) EnumeratorModel.Move(o, enumerator, site);
    }

    /// <summary>Before Current of such an enumerator.</summary>
    public static void OwnEnumeratorRead(object enumerator, string site)
    {
        if (Scheduled is { } o) EnumeratorModel.Look(o, enumerator, site);
    }

    /// <summary>
    /// Before MoveNext of an enumerator that is a struct. Its own fields are those of the variable that
    /// holds it.
    /// </summary>
    public static void StructEnumeratorMove<T>(ref T enumerator, string site)
    {
        if (Scheduled is { } o) EnumeratorModel.Move(o, ref enumerator, site);
    }

    /// <summary>After GetEnumerator of a collection that is built on another.</summary>
    public static void StructEnumeratorMade<T>(ref T enumerator, object collection)
    {
        if (Scheduled is { } o) EnumeratorModel.Made(o, ref enumerator, collection);
    }

    /// <summary>Before a serializer reads all that it can reach from an object.</summary>
    public static void Serializes(object? graph, object? options, string site)
    {
        if (Scheduled is { } o) SerializerModel.Read(o, graph, readsFields: true, site);
    }

    /// <summary>The same of JSON, where options tell whether fields are read.</summary>
    public static void SerializesJson(object? graph, object? options, string site)
    {
        if (Scheduled is { } o)
            SerializerModel.Read(o, graph, options is JsonSerializerOptions { IncludeFields: true }, site);
    }
}
