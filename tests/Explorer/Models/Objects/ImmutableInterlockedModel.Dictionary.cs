using System.Collections.Immutable;

namespace Interleavings.Models;

/// <content>Dictionaries.</content>
public static partial class ImmutableInterlockedModel
{
    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key,
        Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument, string site)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        var map = VolatileModel.Read(in location, site);
        ArgumentNullException.ThrowIfNull(map, nameof(location));
        return map.TryGetValue(key, out var value)
            ? value
            : GetOrAdd(ref location, key, valueFactory(key, factoryArgument), site);
    }

    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, Func<TKey, TValue> valueFactory,
        string site) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return GetOrAdd(ref location, key, static (k, make) => make(k), valueFactory, site);
    }

    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue value, string site)
        where TKey : notnull
    {
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            if (old.TryGetValue(key, out var present)) return present;
            if (Exchanges(ref location, old.Add(key, value), ref old, site)) return value;
        }
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key,
        Func<TKey, TValue> addValueFactory, Func<TKey, TValue, TValue> updateValueFactory,
        string site) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            var value = old.TryGetValue(key, out var present)
                ? updateValueFactory(key, present)
                : addValueFactory(key);
            if (Exchanges(ref location, old.SetItem(key, value), ref old, site)) return value;
        }
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue addValue,
        Func<TKey, TValue, TValue> updateValueFactory, string site) where TKey : notnull =>
        AddOrUpdate(ref location, key, _ => addValue, updateValueFactory, site);

    public static bool TryAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue value, string site)
        where TKey : notnull
    {
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            if (old.ContainsKey(key)) return false;
            if (Exchanges(ref location, old.Add(key, value), ref old, site)) return true;
        }
    }

    public static bool TryUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, TValue newValue,
        TValue comparisonValue, string site) where TKey : notnull
    {
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            if (!old.TryGetValue(key, out var present)
                || !old.ValueComparer.Equals(present, comparisonValue)) return false;
            if (Exchanges(ref location, old.SetItem(key, newValue), ref old, site)) return true;
        }
    }

    public static bool TryRemove<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location, TKey key, out TValue value, string site)
        where TKey : notnull
    {
        var old = VolatileModel.Read(in location, site);
        while (true)
        {
            ArgumentNullException.ThrowIfNull(old, nameof(location));
            if (!old.TryGetValue(key, out var present))
                return Took(false, default!, out value, site);
            if (Exchanges(ref location, old.Remove(key), ref old, site))
                return Took(true, present, out value, site);
        }
    }
}
