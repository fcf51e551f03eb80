using System.Runtime.InteropServices;
using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>Objects with a position in a source: streams, readers, writers, enumerators.</summary>
public static partial class Hook
{
    /// <summary>Before a call that moves a stream or a reader, and only reads its source.</summary>
    public static void ObjectMove(object receiver, string site)
    {
        if (Scheduled is { } o) CursorModel.Move(o, receiver, site);
    }

    /// <summary>Before any other call of a stream, a reader or a writer.</summary>
    public static void ObjectPut(object receiver, string site)
    {
        if (Scheduled is { } o) CursorModel.Put(o, receiver, site);
    }

    /// <summary>Before an enumerator's Current.</summary>
    public static void EnumeratorRead(object enumerator, string site)
    {
        if (Scheduled is { } o) CursorModel.Look(o, enumerator, site);
    }

    /// <summary>Before an enumerator's MoveNext, Reset or Dispose.</summary>
    public static void EnumeratorMove(object enumerator, string site)
    {
        if (Scheduled is { } o) CursorModel.Advance(o, enumerator, site);
    }

    /// <summary>
    /// Before a call of a member that a library's class may have implemented or overridden: of
    /// <c>object</c>, an interface, a type parameter.
    /// </summary>
    public static void ObjectCall(
        object? receiver, RuntimeMethodHandle member, RuntimeTypeHandle type, string site)
    {
        if (receiver is not null && Scheduled is { } o) MemberModel.Call(o, receiver, member, type, site);
    }

    /// <summary>Before a call that reads an object, and may change it.</summary>
    public static void ObjectDoubted(object? touched, string member, string site)
    {
        if (touched is not null && Scheduled is { } o)
            ObjectModel.Touch(o, touched, EventKind.ObjectWrite, site, new(member, Reads: true));
    }

    /// <summary>Before a call of which it isn't known what it does to an object.</summary>
    public static void ObjectUnknown(object? touched, string member, string site)
    {
        if (touched is not null && Scheduled is { } o)
            ObjectModel.Touch(o, touched, EventKind.ObjectWrite, site, new(member, Reads: false));
    }

    /// <summary>Before a library makes a text of an object.</summary>
    public static void ObjectFormatted(object? formatted, string site)
    {
        if (formatted is not null && Scheduled is { } o) MemberModel.Format(o, formatted, site);
    }

    /// <summary>
    /// Before a library is handed an object that may be a collection, and looks into it if it is.
    /// </summary>
    public static void ObjectHanded(object? argument, string site)
    {
        if (argument is not null && Scheduled is { } o)
            ObjectModel.Handed(o, argument, EventKind.ObjectRead, site);
    }

    /// <summary>The same where the library changes it.</summary>
    public static void ObjectHandedOver(object? argument, string site)
    {
        if (argument is not null && Scheduled is { } o)
            ObjectModel.Handed(o, argument, EventKind.ObjectWrite, site);
    }

    /// <summary>In place of a sequence that a library is handed, and may go over step by step.</summary>
    public static T Stepped<T>(T sequence, string site) where T : class? =>
        sequence is not null && Scheduled is not null && SteppedDictionaries.In(sequence, site) is T stepped
            ? stepped
            : sequence;

    /// <summary>Before a call on a struct that leads to an object: a handle, an alternate lookup.</summary>
    public static void HandleRead(object handle, string site)
    {
        if (Scheduled is { } o) HandleModel.Touch(o, handle, EventKind.ObjectRead, site);
    }

    /// <summary>The same where the call changes the object.</summary>
    public static void HandleWrite(object handle, string site)
    {
        if (Scheduled is { } o) HandleModel.Touch(o, handle, EventKind.ObjectWrite, site);
    }

    /// <summary>Before a static property of the framework is read that can be set as well.</summary>
    public static void LibraryStaticRead(RuntimeTypeHandle type, string property, string site)
    {
        if (Scheduled is { } o)
            LibraryStatic.Of(Type.GetTypeFromHandle(type)!, property).Read(o, site);
    }

    /// <summary>Before it is set.</summary>
    public static void LibraryStaticWrite(RuntimeTypeHandle type, string property, string site)
    {
        if (Scheduled is { } o)
            LibraryStatic.Of(Type.GetTypeFromHandle(type)!, property).Write(o, site);
    }

    /// <summary>After a handle has been made.</summary>
    public static void HandleMade(object handle)
    {
        if (Current is { } o) HandleModel.Made(o, handle);
    }

    /// <summary>After a handle of a certain type has been made.</summary>
    public static void HandleOfTypeMade(object handle, GCHandleType type)
    {
        if (Current is { } o) HandleModel.Made(o, handle, type);
    }

    /// <summary>
    /// In place of a function that hands out a collection, which the library goes over then.
    /// </summary>
    public static Func<T, IEnumerable<TItem>> Selecting<T, TItem>(
        Func<T, IEnumerable<TItem>> selector, string site) => selector is null ? null!
        : item => Selected(selector(item), site);

    /// <summary>The same of one that is told the index.</summary>
    public static Func<T, int, IEnumerable<TItem>> SelectingAt<T, TItem>(
        Func<T, int, IEnumerable<TItem>> selector, string site) => selector is null ? null!
        : (item, index) => Selected(selector(item, index), site);

    private static IEnumerable<TItem> Selected<TItem>(IEnumerable<TItem> items, string site)
    {
        ObjectHanded(items, site);
        return items;
    }

    /// <summary>
    /// Before a delegate is called with an object that a library would look into. Woven code has
    /// hooks of its own for that.
    /// </summary>
    public static void Handed(Delegate called, object argument, string site)
    {
        if (Scheduled is { } o && DelegateModel.CallsLibrary(called))
            ObjectModel.Touch(o, argument, EventKind.ObjectRead, site);
    }
}
