using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ConcurrentDictionary{TKey, TValue}"/>: the members that use a key, for its hash code
/// and comparisons are the program's own code. The others are events by <see cref="ObjectModel"/>.
/// </summary>
[Models(typeof(ConcurrentDictionary<,>))]
public static partial class ConcurrentDictionaryModel
{
    public static bool ContainsKey<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, string site) where TKey : notnull
    {
        using var call = AtomicCall.Read(dictionary, site);
        return dictionary.ContainsKey(key);
    }

    public static bool TryGetValue<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key,
        [MaybeNullWhen(false)] out TValue value, string site) where TKey : notnull
    {
        var found = Find(dictionary, key, out var item, site);
        Taken.Into(out value, item!, site);
        return found;
    }

    public static TValue get_Item<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, string site) where TKey : notnull
    {
        using var call = AtomicCall.Read(dictionary, site);
        var value = dictionary[key];
        call.Shows(value);
        return value;
    }

    public static void set_Item<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull
    {
        using var call = AtomicCall.Write(dictionary, site);
        dictionary[key] = value;
        call.Shows(value);
    }

    public static bool TryAdd<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull
    {
        using var call = AtomicCall.Write(dictionary, site);
        var added = dictionary.TryAdd(key, value);
        if (added) call.Shows(value);
        else call.Failed();
        return added;
    }

    public static bool TryUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue newValue,
        TValue comparisonValue, string site) where TKey : notnull
    {
        using var call = AtomicCall.Write(dictionary, site);
        var updated = dictionary.TryUpdate(key, newValue, comparisonValue);
        if (updated) call.Shows(newValue);
        else call.Failed();
        return updated;
    }

    public static bool TryRemove<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key,
        [MaybeNullWhen(false)] out TValue value, string site) where TKey : notnull
    {
        bool removed;
        TValue? item;
        using (var call = AtomicCall.Write(dictionary, site))
        {
            removed = dictionary.TryRemove(key, out item);
            if (removed) call.Shows(item);
            else call.Failed();
        }
        Taken.Into(out value, item!, site);
        return removed;
    }

    public static bool TryRemove<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, KeyValuePair<TKey, TValue> item, string site)
        where TKey : notnull
    {
        using var call = AtomicCall.Write(dictionary, site);
        var removed = dictionary.TryRemove(item);
        if (!removed) call.Failed();
        return removed;
    }

    /// <summary>Not a snapshot: each step sees what is there at that moment.</summary>
    public static IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, string site) where TKey : notnull =>
        Hooks.Hook.Current is null
            ? dictionary.GetEnumerator()
            : new Steps<KeyValuePair<TKey, TValue>>(dictionary, dictionary.GetEnumerator(), site);

    private static bool Find<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, out TValue? value, string site)
        where TKey : notnull
    {
        using var call = AtomicCall.Read(dictionary, site);
        var found = dictionary.TryGetValue(key, out value);
        if (found) call.Shows(value);
        return found;
    }

    private sealed class Steps<T>(object dictionary, IEnumerator<T> real, string site) : IEnumerator<T>
    {
        public T Current => real.Current;

        object? IEnumerator.Current => real.Current;

        public bool MoveNext()
        {
            using var call = AtomicCall.Read(dictionary, site);
            return real.MoveNext();
        }

        public void Reset() => real.Reset();

        public void Dispose() => real.Dispose();
    }
}
