using System.Buffers;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ArrayPool{T}"/>: thread-safe, and each call is one event. A thread that rents an
/// array comes after the one that returned it. <c>Shared</c> is another pool in each execution,
/// which starts empty: the arrays must not depend on earlier executions.
/// </summary>
[Models(typeof(ArrayPool<>))]
public static class ArrayPoolModel
{
    // As many as ArrayPool<T>.Create keeps.
    private const int ArraysPerBucket = 50;

    public static T[] Rent<T>(ArrayPool<T> pool, int minimumLength, string site)
    {
        if (Explorer(pool) is not { } operation) return pool.Rent(minimumLength);
        T[] rented;
        using (AtomicCall.Write(pool, site)) rented = Of(operation, pool).Rent(minimumLength);
        Hook.Name(rented);
        return rented;
    }

    public static void Return<T>(ArrayPool<T> pool, T[] array, bool clearArray, string site)
    {
        if (Explorer(pool) is not { } operation)
        {
            pool.Return(array, clearArray);
            return;
        }
        if (clearArray) ObjectModel.Touch(operation, array, EventKind.ObjectWrite, site);
        using (AtomicCall.Write(pool, site)) Of(operation, pool).Return(array, clearArray);
    }

    /// <summary>Null for a pool that the program has written itself: its code is woven.</summary>
    private static Operation? Explorer<T>(ArrayPool<T>? pool) =>
        pool is not null && pool.GetType().Assembly == typeof(ArrayPool<>).Assembly
        && Hook.Current is { IsObserved: true } operation ? operation : null;

    private static ArrayPool<T> Of<T>(Operation operation, ArrayPool<T> pool) =>
        pool != ArrayPool<T>.Shared ? pool
        : (ArrayPool<T>)(AtomicCall.At(operation, pool).Model ??=
            ArrayPool<T>.Create(int.MaxValue, ArraysPerBucket));
}
