using System.Runtime.CompilerServices;
using Interleavings.Exploration;
using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// The one door through which woven code reaches the execution it runs in. The weaver puts a call
/// before each access; outside an execution each returns at once.
/// </summary>
/// <remarks>Sites are literals in the form of <see cref="Site.Format"/>.</remarks>
public static partial class Hook
{
    /// <summary>The weaver's field for the number that <see cref="Uses"/> knows a type by.</summary>
    public const string TypeNumber = "<.cctor>Number";

    /// <summary>The operation that runs on this thread, or null outside an execution.</summary>
    [ThreadStatic]
    internal static Operation? Current;

    /// <summary>Null as well inside a call that is one event as a whole.</summary>
    private static Operation? Scheduled
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Current is { IsObserved: true } operation ? operation : null;
    }

    /// <summary>Before a read of a field of an object (ldfld).</summary>
    public static void Read<T>(object owner, ref T location, string site)
    {
        if (Scheduled is { } o) VariableModel.Field(o, owner, ref location, EventKind.Read, site);
    }

    /// <summary>Before a write of a field of an object (stfld).</summary>
    public static void Write<T>(object owner, ref T location, T value, string site)
    {
        if (Scheduled is { } o) VariableModel.Field(o, owner, ref location, value, EventKind.Write, site);
    }

    /// <summary>Before a read of a volatile field of an object.</summary>
    public static void VolatileRead<T>(object owner, ref T location, string site)
    {
        if (Scheduled is { } o) VariableModel.Field(o, owner, ref location, EventKind.VolatileRead, site);
    }

    /// <summary>Before a write of a volatile field of an object.</summary>
    public static void VolatileWrite<T>(object owner, ref T location, T value, string site)
    {
        if (Scheduled is { } o) VariableModel.Field(o, owner, ref location, value, EventKind.VolatileWrite, site);
    }

    /// <summary>Before a read of a static field.</summary>
    public static void ReadStatic<T>(ref T location, string site)
    {
        if (Scheduled is { } o) VariableModel.Static(o, ref location, EventKind.Read, site);
    }

    /// <summary>Before a write of a static field.</summary>
    public static void WriteStatic<T>(ref T location, T value, string site)
    {
        if (Scheduled is { } o) VariableModel.Static(o, ref location, value, EventKind.Write, site);
    }

    /// <summary>Before a read of a volatile static field.</summary>
    public static void VolatileReadStatic<T>(ref T location, string site)
    {
        if (Scheduled is { } o) VariableModel.Static(o, ref location, EventKind.VolatileRead, site);
    }

    /// <summary>Before a write of a volatile static field.</summary>
    public static void VolatileWriteStatic<T>(ref T location, T value, string site)
    {
        if (Scheduled is { } o) VariableModel.Static(o, ref location, value, EventKind.VolatileWrite, site);
    }

    /// <summary>Before a read through a managed pointer (ldind, ldobj, ldfld on a struct's address).</summary>
    public static void ReadRef<T>(ref T location, string site)
    {
        if (Scheduled is { } o) VariableModel.Reference(o, ref location, EventKind.Read, site);
    }

    /// <summary>Before a write through a managed pointer (stind, stobj, stfld on a struct's address).</summary>
    public static void WriteRef<T>(ref T location, T value, string site)
    {
        if (Scheduled is { } o) VariableModel.Reference(o, ref location, value, EventKind.Write, site);
    }

    /// <summary>
    /// Before a read of a volatile field of a struct, or through a volatile pointer.
    /// </summary>
    public static void VolatileReadRef<T>(ref T location, string site)
    {
        if (Scheduled is { } o)
            VariableModel.Reference(o, ref location, EventKind.VolatileRead, site);
    }

    /// <summary>Before a write of the same.</summary>
    public static void VolatileWriteRef<T>(ref T location, T value, string site)
    {
        if (Scheduled is { } o)
            VariableModel.Reference(o, ref location, value, EventKind.VolatileWrite, site);
    }

    /// <summary>
    /// A managed pointer is passed to library code that may write there: what, is not known before,
    /// so what is there now stands for it.
    /// </summary>
    public static void PassRef<T>(ref T location, string site)
    {
        if (Scheduled is { } o && !Unsafe.IsNullRef(ref location))
            VariableModel.Passed(o, ref location, site);
    }

    /// <summary>The same of one to a ref struct.</summary>
    public static void PassRefStruct<T>(ref T location, string site) where T : allows ref struct =>
        WriteRefStruct(ref location, site);

    /// <summary>Before a read through a managed pointer to a ref struct, whose value is not told.</summary>
    public static void ReadRefStruct<T>(ref T location, string site) where T : allows ref struct
    {
        if (Scheduled is { } o)
            VariableModel.Reference(o, ref Unsafe.As<T, byte>(ref location), EventKind.Read, site);
    }

    /// <summary>Before a write of the same.</summary>
    public static void WriteRefStruct<T>(ref T location, string site) where T : allows ref struct
    {
        if (Scheduled is { } o)
            VariableModel.Passed(o, ref Unsafe.As<T, byte>(ref location), site);
    }

    /// <summary>The address of an object's field is taken (ldflda).</summary>
    public static void Address<T>(object owner, ref T location)
    {
        if (Scheduled is { } o) o.Execution.Memory.Address(owner, ref location, o);
    }

    /// <summary>
    /// The address of a field is taken in a class that says itself where each field lies: they may
    /// overlap.
    /// </summary>
    /// <param name="offset">Where the field lies.</param>
    /// <param name="type">The class.</param>
    public static void AddressInUnion<T>(
        object owner, ref T location, int offset, RuntimeTypeHandle type)
    {
        if (Scheduled is not { } o || owner is null) return;
        o.Execution.Memory.Address(owner, RawObject.OffsetOf(owner, ref location) - offset,
            Layout.OfUnion(Type.GetTypeFromHandle(type)!), o);
    }

    /// <summary>The same of a read-only field, when its object has been constructed.</summary>
    public static void AddressReadOnly<T>(object owner, ref T location)
    {
        if (Scheduled is { } o && owner is not null)
            o.Execution.Memory.AddressReadOnly(owner, ref location);
    }

    /// <summary>The address of a static field is taken (ldsflda).</summary>
    public static void AddressStatic<T>(ref T location) => AddressStatic(ref location, false);

    /// <summary>The same of a read-only field, outside the initializer.</summary>
    public static void AddressReadOnlyStatic<T>(ref T location) =>
        AddressStatic(ref location, true);

    private static void AddressStatic<T>(ref T location, bool isReadOnly)
    {
        if (Scheduled is not { } o) return;
        o.Execution.Memory.AddressStatic(ref location, isReadOnly);
        o.Trial?.TakeAddress(Memory.OfStatic(ref location).Address, Unsafe.SizeOf<T>());
    }

    /// <summary>After newobj/newarr of a reference type.</summary>
    public static void Allocated(object created)
    {
        if (Current is not { } o) return;
        o.Execution.Made(o, created);
        o.Execution.Memory.Name(created, o);
        o.Trial?.Name(created);
    }

    /// <summary>Before newarr.</summary>
    /// <param name="size">Of an element, in bytes.</param>
    public static void MakesArray(nint length, int size, string site)
    {
        if (length <= 0 || Current is not { } o) return;
        if (length > Array.MaxLength) o.Execution.AsksTooMuch = true;
        else o.Execution.Makes(o, length * (long)size, site);
    }

    /// <summary>Before a string of so many characters is made.</summary>
    public static void MakesString(int length, string site)
    {
        if (Current is { } o) o.Execution.Makes(o, length * 2L, site);
    }

    /// <summary>After a library's call that gives a string.</summary>
    public static void MadeString(string? made, string site)
    {
        if (made?.Length >= LongString && Current is { } o) o.Execution.Makes(o, 0x100_000, site);
    }

    private const int LongString = 1 << 19;

    /// <summary>After an unwoven call returned an object.</summary>
    public static void Name(object? returned)
    {
        if (returned is null || Current is not { } o) return;
        o.Execution.Made(o, returned);
        o.Execution.Memory.Met(returned, o);
        o.Trial?.Name(returned);
    }

    /// <summary>Before a call of an instance member of an unwoven mutable class (a collection, ...).</summary>
    public static void ObjectRead(object receiver, string site)
    {
        if (Scheduled is { } o) ObjectModel.Touch(o, receiver, EventKind.ObjectRead, site);
    }

    /// <summary>Before a call that may change an instance of an unwoven mutable class.</summary>
    public static void ObjectWrite(object receiver, string site)
    {
        if (Scheduled is { } o) ObjectModel.Touch(o, receiver, EventKind.ObjectWrite, site);
    }

    /// <summary>Before a call that reads what a span leads to.</summary>
    public static void SpanRead<T>(Span<T> span, string site)
    {
        if (Scheduled is { } o) ObjectModel.Touch<T>(o, span, EventKind.ObjectRead, site);
    }

    /// <summary>The same of a span that can only be read.</summary>
    public static void ReadOnlySpanRead<T>(ReadOnlySpan<T> span, string site)
    {
        if (Scheduled is { } o) ObjectModel.Touch(o, span, EventKind.ObjectRead, site);
    }

    /// <summary>Before a call that may change what a span leads to.</summary>
    public static void SpanWrite<T>(Span<T> span, string site)
    {
        if (Scheduled is { } o) ObjectModel.Touch<T>(o, span, EventKind.ObjectWrite, site);
    }

    /// <summary>
    /// After a call whose result looks into <paramref name="source"/> whenever it is used:
    /// <c>list.Where(...)</c>, <c>dictionary.Keys</c>.
    /// </summary>
    public static void View(object? view, object? source)
    {
        if (view is not null && source is not null && view != source
            && !WovenAssemblies.HoldsAll(source.GetType()) && !Copies.Are(view, source)
            && Current is { } o && o.Execution.Memory.Views(view, source) > MostViews)
            throw o.Execution.Reach(Limit.OfViews(o, MostViews));
    }

    /// <summary>
    /// Each step of a query looks at all that it goes over: of so many, one over the other, that takes
    /// longer than anything else.
    /// </summary>
    private const int MostViews = 250;

    /// <summary>At the entry of every woven method that calls others: stops endless recursion.</summary>
    /// <param name="frame">As in <see cref="LibraryCall"/>.</param>
    /// <param name="weight">
    /// How many calls of a plain method the call counts as, and maybe <see cref="AlwaysCalls"/>.
    /// </param>
    public static void Enter(ref int frame, int weight, string site)
    {
        if (Current is not { } o)
        {
            Footprints.Leave(site);
            OtherThreads.EnsureNotExplored(site);
            return;
        }
        o.Seen = site;
        RecursionModel.Enter(o, ref frame, weight, site);
        o.LibraryCalls?.CalledBack(o);
    }

    /// <summary>Of a method that makes the same calls whenever it runs.</summary>
    public const int AlwaysCalls = 1 << 8;

    /// <summary>Where such a method returns.</summary>
    public static void Leave(ref int frame)
    {
        if (Current is { } o) RecursionModel.Leave(o, ref frame);
    }

    /// <summary>
    /// At the entry of a method that calls nothing, and that library code may call: through a delegate
    /// or an interface.
    /// </summary>
    public static void EnterLeaf(string site)
    {
        if (Current is { } o) o.LibraryCalls?.CalledBack(o);
        else OtherThreads.EnsureNotExplored(site);
    }

    /// <summary>Before so many bytes are taken from the stack (localloc).</summary>
    public static void StackAlloc(nuint bytes, string site)
    {
        if (Current is { } o) RecursionModel.Take(o, bytes, site);
    }

    /// <summary>
    /// In the constructor of a class with a finalizer. Those run whenever the garbage collector
    /// likes, beside every exploration, and an exception there ends the process. .NET doesn't promise
    /// that they run, so here they don't; but nothing is proved where they might.
    /// </summary>
    public static void Finalizable(object made, string site)
    {
        if (Current is not { } o) return;
        GC.SuppressFinalize(made);
        if (o.Trial is null) o.Execution.Finalizable.Made(made, site);
    }

    /// <summary>
    /// In place of <c>Dispose</c> of a type parameter: a class is disposed of as through the interface.
    /// </summary>
    public static void DisposeOf<T>(ref T target, string site) where T : IDisposable, allows ref struct
    {
        if (typeof(T) == typeof(CancellationTokenRegistration))
        {
            CancellationTokenRegistrationModel.Dispose(
                ref Unsafe.As<T, CancellationTokenRegistration>(ref target), site);
        }
        else if (Current is null || typeof(T).IsValueType) target.Dispose();
        else DisposableModel.Dispose(Unsafe.As<T, IDisposable>(ref target), site);
    }

    /// <summary>In the constructor of a class that derives from a task completion source.</summary>
    public static void SourceMade(object made, string site)
    {
        if (Current is null) return;
        Sources.Note(made is TaskCompletionSource source ? source.Task
            : (Task)made.GetType().GetProperty("Task", typeof(Task<>).MakeGenericType(
                Sources.ResultOf(made.GetType())))!.GetValue(made)!, site);
    }

    /// <summary>Before a call that answers anew each time: "System.Guid.NewGuid".</summary>
    public static void Chance(string member, string site)
    {
        if (Current is not { } o) return;
        o.UnseenChanges++;
        o.Execution.TookChance(o, member, site);
    }

    /// <summary>Before something that depends on the thread: a trial has failed.</summary>
    internal static void DependsOnThread()
    {
        if (Current is { Trial: { } trial }) throw trial.Fail();
    }

    /// <summary>Before an object is asked for its hash code: of a string, each process has another.</summary>
    public static void Hashes(object hashed)
    {
        if (Current is { } o) o.Hashing = hashed is string || IdentityHashes.Has(hashed) ? hashed : null;
    }

    /// <summary>Before an object is asked for the hash code that tells it from others.</summary>
    public static void HashesIdentity(object? hashed)
    {
        // A literal is the same object for the whole process: it has no name here.
        if (Current is { } o) o.Hashing = hashed is string ? null : hashed;
    }

    /// <summary>
    /// After <see cref="Hashes"/>, and the call. A string gets a hash code that is the same in each
    /// run, so that the verdict is: FNV-1a, of http://www.isthe.com/chongo/tech/comp/fnv.
    /// </summary>
    public static int Hashed(int hash)
    {
        if (Current is not { Hashing: { } hashed } o) return hash;
        o.Hashing = null;
        if (hashed is not string text) return IdentityHashes.Of(o, hashed) ?? hash;
        const uint prime = 16777619;
        var own = 2166136261;
        foreach (var character in text) own = unchecked((own ^ character) * prime);
        return Salted(unchecked((int)own));
    }

    /// <summary>After a call that hashes by a number that the process has drawn when it began.</summary>
    public static int Salted(int hash)
    {
        if (Current is not { Execution.Salt: not 0 and var salt }) return hash;
        // Mixed, because two hashes that agree in some bits agree there after an exclusive or as well.
        var mixed = unchecked((uint)(hash ^ salt) * 0x85EBCA6B);
        return unchecked((int)((mixed ^ mixed >> 13) * 0xC2B2AE35));
    }

    /// <summary>To throw and catch takes as long as that many rounds of a loop.</summary>
    private const int RoundsOfAnException = 1_250;

    /// <summary>
    /// At the start of every handler: none may catch the explorer's own unwinding. The library calls that
    /// the method was inside of are over.
    /// </summary>
    /// <param name="frame">As in <see cref="LibraryCall"/>.</param>
    public static void Caught(object exception, ref int frame)
    {
        if (exception is Unwinding unwinding) throw unwinding;
        if (Current is not { } o) return;
        RecursionModel.Back(o, ref frame);
        LibraryCalls.Unwound(o, ref frame);
        // A library has put an exception of its own around it.
        if (o.Trial is { HasFailed: true } trial) throw trial.Fail();
        o.Execution.Costs(RoundsOfAnException);
    }

    /// <summary>Before a member that is not modelled: "System.Threading.Mutex..ctor".</summary>
    public static void Refuse(string member, string site)
    {
        if (Current is { } o) throw o.Execution.Park(o, member, Refusals.Advice(member), site);
    }

    /// <summary>Before a member of an assembly that is neither woven nor known.</summary>
    /// <param name="home">The assembly's name.</param>
    /// <param name="toWeave">The value of <c>WeaveReferences</c> with which it would be woven.</param>
    public static void Foreign(string member, string home, string toWeave, string site)
    {
        if (Current is { } o)
            throw o.Execution.Park(o, member, Refusals.NotWoven(home, toWeave), site);
    }

    /// <summary>Before a library's call that may take long: "Console.ReadLine".</summary>
    public static void CallsOutside(string site)
    {
        if (Current is { } o) o.Seen = o.Outside = site;
    }

    /// <summary>
    /// Before a call of a framework's member that the receiver may override: what it is isn't known
    /// before.
    /// </summary>
    public static void Seen(object? receiver, string member, string site)
    {
        if (receiver is not null && Current is { } o && WovenAssemblies.IsForeign(receiver.GetType()))
            throw ForeignObjects.Refuse(o, receiver.GetType(), member, site);
    }

    /// <summary>
    /// In the static constructor that the weaver makes: <paramref name="initialize"/> sets each static
    /// field to its default and then runs the type's own initializer.
    /// </summary>
    /// <returns>The number by which <see cref="Uses"/> knows the type.</returns>
    public static int Statics(Action initialize) => Hooks.Statics.Register(initialize);

    /// <summary>After it, once the number is stored: the initializer may ask for it.</summary>
    public static void Prepare(int type) => Hooks.Statics.Prepare(type);

    /// <summary>In place of a [ThreadStatic] field's address: its thread's own.</summary>
    /// <param name="threads">The runtime's, for use outside an execution.</param>
    /// <param name="type">With <paramref name="field"/>, because instances of a generic type share fields.</param>
    public static ref T ThreadStatic<T>(
        ref T threads, RuntimeTypeHandle type, RuntimeFieldHandle field, string site)
    {
        if (Current is not { } o) return ref threads;
        DependsOnThread();
        PoolThread.Of(o, site);
        return ref (o.ThreadStatics ??= new()).Of<T>(type, field, o);
    }

    /// <summary>
    /// Before whatever makes the runtime initialize a type: an access to a static field; if there is a
    /// static constructor, also the entry of a static method or constructor. The first in each
    /// execution makes the static fields fresh.
    /// </summary>
    public static void Uses(int type, string site)
    {
        if (Current is { } o) Hooks.Statics.Use(type, o, site);
        else Hooks.Statics.UseOutside(type);
    }
}
