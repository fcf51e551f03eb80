using System.Collections.Concurrent;

namespace Interleavings.Models;

/// <content>
/// Members that call the program's delegates. They do so outside any lock: a look-up is one event,
/// the delegate runs among all the others, and the attempt to store its result is another event.
/// </content>
public static partial class ConcurrentDictionaryModel
{
    public static TValue GetOrAdd<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull =>
        Find(dictionary, key, out var found, site) ? found! : AddOrGet(dictionary, key, value, site);

    /// <summary>The factory may run though its value isn't used, because somebody else was first.</summary>
    public static TValue GetOrAdd<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, Func<TKey, TValue> valueFactory,
        string site) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Find(dictionary, key, out var found, site)
            ? found!
            : AddOrGet(dictionary, key, valueFactory(key), site);
    }

    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key,
        Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument, string site)
        where TKey : notnull
        where TArg : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Find(dictionary, key, out var found, site)
            ? found!
            : AddOrGet(dictionary, key, valueFactory(key, factoryArgument), site);
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue addValue,
        Func<TKey, TValue, TValue> updateValueFactory, string site) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        while (true)
        {
            if (Find(dictionary, key, out var old, site))
            {
                var updated = updateValueFactory(key, old!);
                if (TryUpdate(dictionary, key, updated, old!, site)) return updated;
            }
            else if (TryAdd(dictionary, key, addValue, site))
            {
                return addValue;
            }
        }
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory, string site) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        return AddOrUpdate(dictionary, key, static (k, f) => f.Add(k), static (k, v, f) => f.Update(k, v),
            (Add: addValueFactory, Update: updateValueFactory), site);
    }

    public static TValue AddOrUpdate<TKey, TValue, TArg>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key,
        Func<TKey, TArg, TValue> addValueFactory, Func<TKey, TValue, TArg, TValue> updateValueFactory,
        TArg factoryArgument, string site)
        where TKey : notnull
        where TArg : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        while (true)
        {
            if (Find(dictionary, key, out var old, site))
            {
                var updated = updateValueFactory(key, old!, factoryArgument);
                if (TryUpdate(dictionary, key, updated, old!, site)) return updated;
                continue;
            }
            var added = addValueFactory(key, factoryArgument);
            if (TryAdd(dictionary, key, added, site)) return added;
        }
    }

    private static TValue AddOrGet<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull
    {
        using var call = AtomicCall.Write(dictionary, site);
        var present = dictionary.GetOrAdd(key, value);
        call.Shows(present);
        return present;
    }
}
