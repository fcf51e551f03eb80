using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>A concurrent dictionary, as a library that goes over it meets it.</summary>
internal interface ISteppedDictionary;

/// <summary>
/// What a library is handed in place of a concurrent dictionary that it takes for any sequence. Each call
/// and each step is an event: LINQ's <c>ToList</c> asks for <c>Count</c> and copies later, and whoever
/// enumerates may see a later write without an earlier one. "The enumerator ... does not represent a
/// moment-in-time snapshot": the remarks on <c>ConcurrentDictionary.GetEnumerator</c>.
/// </summary>
internal static class SteppedDictionaries
{
    private static readonly ConditionalWeakTable<Type, Type> Known = [];

    internal static object? In(object sequence, string site)
    {
        var type = sequence.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ConcurrentDictionary<,>))
            return null;
        var stepped = Known.GetValue(type,
            static t => typeof(SteppedDictionary<,>).MakeGenericType(t.GetGenericArguments()));
        return Activator.CreateInstance(stepped, sequence, site);
    }
}

internal sealed class SteppedDictionary<TKey, TValue>(
    ConcurrentDictionary<TKey, TValue> dictionary, string site) :
    ISteppedDictionary, IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>, IDictionary
    where TKey : notnull
{
    private ICollection<KeyValuePair<TKey, TValue>> Pairs => dictionary;

    private IDictionary Untyped => dictionary;

    public int Count
    {
        get
        {
            using var call = AtomicCall.Read(dictionary, site);
            return dictionary.Count;
        }
    }

    public ICollection<TKey> Keys
    {
        get
        {
            using var call = AtomicCall.Read(dictionary, site);
            return dictionary.Keys;
        }
    }

    public ICollection<TValue> Values
    {
        get
        {
            using var call = AtomicCall.Read(dictionary, site);
            return dictionary.Values;
        }
    }

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    ICollection IDictionary.Keys => (ICollection)Keys;

    ICollection IDictionary.Values => (ICollection)Values;

    public bool IsReadOnly => false;

    public bool IsFixedSize => false;

    public bool IsSynchronized => false;

    public object SyncRoot => Untyped.SyncRoot;

    public TValue this[TKey key]
    {
        get => ConcurrentDictionaryModel.get_Item(dictionary, key, site);
        set => ConcurrentDictionaryModel.set_Item(dictionary, key, value, site);
    }

    object? IDictionary.this[object key]
    {
        get
        {
            using var call = AtomicCall.Read(dictionary, site);
            return Untyped[key];
        }
        set
        {
            using var call = AtomicCall.Write(dictionary, site);
            Untyped[key] = value;
        }
    }

    public bool ContainsKey(TKey key) => ConcurrentDictionaryModel.ContainsKey(dictionary, key, site);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        using var call = AtomicCall.Read(dictionary, site);
        return dictionary.TryGetValue(key, out value);
    }

    public bool Contains(KeyValuePair<TKey, TValue> item)
    {
        using var call = AtomicCall.Read(dictionary, site);
        return Pairs.Contains(item);
    }

    bool IDictionary.Contains(object key)
    {
        using var call = AtomicCall.Read(dictionary, site);
        return Untyped.Contains(key);
    }

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        using var call = AtomicCall.Read(dictionary, site);
        Pairs.CopyTo(array, arrayIndex);
    }

    void ICollection.CopyTo(Array array, int index)
    {
        using var call = AtomicCall.Read(dictionary, site);
        Untyped.CopyTo(array, index);
    }

    public void Add(TKey key, TValue value)
    {
        using var call = AtomicCall.Write(dictionary, site);
        ((IDictionary<TKey, TValue>)dictionary).Add(key, value);
    }

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    void IDictionary.Add(object key, object? value)
    {
        using var call = AtomicCall.Write(dictionary, site);
        Untyped.Add(key, value);
    }

    public bool Remove(TKey key)
    {
        using var call = AtomicCall.Write(dictionary, site);
        return dictionary.TryRemove(key, out _);
    }

    public bool Remove(KeyValuePair<TKey, TValue> item) =>
        ConcurrentDictionaryModel.TryRemove(dictionary, item, site);

    void IDictionary.Remove(object key)
    {
        using var call = AtomicCall.Write(dictionary, site);
        Untyped.Remove(key);
    }

    public void Clear()
    {
        using var call = AtomicCall.Write(dictionary, site);
        dictionary.Clear();
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() =>
        ConcurrentDictionaryModel.GetEnumerator(dictionary, site);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IDictionaryEnumerator IDictionary.GetEnumerator() => Untyped.GetEnumerator();
}
