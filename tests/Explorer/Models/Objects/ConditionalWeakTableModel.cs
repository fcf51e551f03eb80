using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ConditionalWeakTable{TKey, TValue}"/>: thread-safe, and each call is one event. A
/// factory runs outside the table's lock, so that it may run though its value isn't used.
/// </summary>
[Models(typeof(ConditionalWeakTable<,>))]
public static class ConditionalWeakTableModel
{
    public static bool TryGetValue<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key,
        [MaybeNullWhen(false)] out TValue value, string site)
        where TKey : class where TValue : class?
    {
        var found = Find(table, key, out var item, site);
        Taken.Into(out value, item!, site);
        return found;
    }

    public static void Add<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, TValue value, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Write(table, site);
        table.Add(key, value);
        call.Shows(value);
    }

    public static bool TryAdd<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, TValue value, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Write(table, site);
        var added = table.TryAdd(key, value);
        if (added) call.Shows(value);
        else call.Failed();
        return added;
    }

    public static void AddOrUpdate<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, TValue value, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Write(table, site);
        table.AddOrUpdate(key, value);
        call.Shows(value);
    }

    public static bool Remove<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Write(table, site);
        var removed = table.Remove(key);
        if (!removed) call.Failed();
        return removed;
    }

    public static bool Remove<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key,
        [MaybeNullWhen(false)] out TValue value, string site)
        where TKey : class where TValue : class?
    {
        bool removed;
        TValue? item;
        using (var call = AtomicCall.Write(table, site))
        {
            removed = table.Remove(key, out item);
            if (!removed) call.Failed();
        }
        Taken.Into(out value, item!, site);
        return removed;
    }

    public static void Clear<TKey, TValue>(ConditionalWeakTable<TKey, TValue> table, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Write(table, site);
        table.Clear();
    }

    public static TValue GetOrAdd<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, TValue value, string site)
        where TKey : class where TValue : class? =>
        Find(table, key, out var found, site) ? found! : AddOrGet(table, key, value, site);

    public static TValue GetOrAdd<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, Func<TKey, TValue> valueFactory,
        string site)
        where TKey : class where TValue : class?
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Find(table, key, out var found, site)
            ? found!
            : AddOrGet(table, key, valueFactory(key), site);
    }

    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, Func<TKey, TArg, TValue> valueFactory,
        TArg factoryArgument, string site)
        where TKey : class where TValue : class? where TArg : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Find(table, key, out var found, site)
            ? found!
            : AddOrGet(table, key, valueFactory(key, factoryArgument), site);
    }

    public static TValue GetValue<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key,
        ConditionalWeakTable<TKey, TValue>.CreateValueCallback createValueCallback, string site)
        where TKey : class where TValue : class?
    {
        ArgumentNullException.ThrowIfNull(createValueCallback);
        return Find(table, key, out var found, site)
            ? found!
            : AddOrGet(table, key, createValueCallback(key), site);
    }

    public static TValue GetOrCreateValue<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, string site)
        where TKey : class where TValue : class? =>
        Find(table, key, out var found, site)
            ? found!
            : AddOrGet(table, key, Activator.CreateInstance<TValue>(), site);

    private static bool Find<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, out TValue? value, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Read(table, site);
        var found = table.TryGetValue(key, out value);
        if (found) call.Shows(value);
        return found;
    }

    private static TValue AddOrGet<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table, TKey key, TValue value, string site)
        where TKey : class where TValue : class?
    {
        using var call = AtomicCall.Write(table, site);
        var present = table.GetOrAdd(key, value);
        call.Shows(present);
        return present;
    }
}
