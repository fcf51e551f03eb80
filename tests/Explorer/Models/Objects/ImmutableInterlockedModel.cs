using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ImmutableInterlocked"/>: as .NET has it, a read, the program's own change, and an
/// attempt to exchange, which starts again if another thread was first.
/// </summary>
/// <remarks>Source: dotnet/runtime, System.Collections.Immutable, ImmutableInterlocked.cs.</remarks>
[Models(typeof(ImmutableInterlocked))]
public static partial class ImmutableInterlockedModel
{
    public static bool Update<T>(ref T location, Func<T, T> transformer, string site)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Update(ref location, static (old, change) => change(old), transformer, site);
    }

    public static bool Update<T, TArg>(
        ref T location, Func<T, TArg, T> transformer, TArg transformerArgument, string site)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(transformer);
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            var changed = transformer(old, transformerArgument);
            if (ReferenceEquals(old, changed)) return false;
            if (Exchanges(ref location, changed, ref old, site)) return true;
        }
    }

    public static bool Update<T>(
        ref ImmutableArray<T> location, Func<ImmutableArray<T>, ImmutableArray<T>> transformer,
        string site)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Update(ref location, static (old, change) => change(old), transformer, site);
    }

    public static bool Update<T, TArg>(
        ref ImmutableArray<T> location,
        Func<ImmutableArray<T>, TArg, ImmutableArray<T>> transformer, TArg transformerArgument,
        string site)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Update(ref Array(ref location), static (old, change) => ImmutableCollectionsMarshal
                .AsArray(change.By(ImmutableCollectionsMarshal.AsImmutableArray(old), change.With)),
            (By: transformer, With: transformerArgument), site);
    }

    public static ImmutableArray<T> InterlockedExchange<T>(
        ref ImmutableArray<T> location, ImmutableArray<T> value, string site) =>
        ImmutableCollectionsMarshal.AsImmutableArray(InterlockedModel.Exchange(
            ref Array(ref location), ImmutableCollectionsMarshal.AsArray(value), site));

    public static ImmutableArray<T> InterlockedCompareExchange<T>(
        ref ImmutableArray<T> location, ImmutableArray<T> value, ImmutableArray<T> comparand,
        string site) =>
        ImmutableCollectionsMarshal.AsImmutableArray(InterlockedModel.CompareExchange(
            ref Array(ref location), ImmutableCollectionsMarshal.AsArray(value),
            ImmutableCollectionsMarshal.AsArray(comparand), site));

    public static bool InterlockedInitialize<T>(
        ref ImmutableArray<T> location, ImmutableArray<T> value, string site) =>
        InterlockedCompareExchange(ref location, value, default, site).IsDefault;

    public static bool TryPop<T>(ref ImmutableStack<T> location, out T value, string site)
    {
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            if (old.IsEmpty) return Took(false, default!, out value, site);
            if (Exchanges(ref location, old.Pop(out var top), ref old, site))
                return Took(true, top, out value, site);
        }
    }

    public static void Push<T>(ref ImmutableStack<T> location, T value, string site)
    {
        var old = VolatileModel.Read(in location, site);
        do ArgumentNullException.ThrowIfNull(old, nameof(location));
        while (!Exchanges(ref location, old.Push(value), ref old, site));
    }

    public static bool TryDequeue<T>(ref ImmutableQueue<T> location, out T value, string site)
    {
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            if (old.IsEmpty) return Took(false, default!, out value, site);
            if (Exchanges(ref location, old.Dequeue(out var head), ref old, site))
                return Took(true, head, out value, site);
        }
    }

    public static void Enqueue<T>(ref ImmutableQueue<T> location, T value, string site)
    {
        var old = VolatileModel.Read(in location, site);
        do ArgumentNullException.ThrowIfNull(old, nameof(location));
        while (!Exchanges(ref location, old.Enqueue(value), ref old, site));
    }

    /// <summary>On failure, <paramref name="old"/> becomes the present value.</summary>
    private static bool Exchanges<T>(ref T location, T changed, ref T old, string site)
        where T : class?
    {
        var before = InterlockedModel.CompareExchange(ref location, changed, old, site);
        if (ReferenceEquals(before, old)) return true;
        old = before;
        return false;
    }

    private static bool Took<T>(bool success, T item, out T value, string site)
    {
        Taken.Into(out value, item, site);
        return success;
    }

    private static ref T[]? Array<T>(ref ImmutableArray<T> location) =>
        ref System.Runtime.CompilerServices.Unsafe.As<ImmutableArray<T>, T[]?>(ref location);
}
