using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ThreadLocal{T}"/>: a value for each thread of the program, not for the threads that
/// operations share here. Only a list of all values can be seen by others; asking for it, and adding
/// to it, are events.
/// </summary>
[Models(typeof(ThreadLocal<>))]
public static class ThreadLocalModel
{
    public static ThreadLocal<T> New<T>(string site) =>
        ThreadLocalValues<T>.Note(new(), new(null, false));

    public static ThreadLocal<T> New<T>(bool trackAllValues, string site) =>
        ThreadLocalValues<T>.Note(new(trackAllValues), new(null, trackAllValues));

    public static ThreadLocal<T> New<T>(Func<T> valueFactory, string site) =>
        ThreadLocalValues<T>.Note(new(valueFactory), new(valueFactory, false));

    public static ThreadLocal<T> New<T>(Func<T> valueFactory, bool trackAllValues, string site) =>
        ThreadLocalValues<T>.Note(
            new(valueFactory, trackAllValues), new(valueFactory, trackAllValues));

    public static T? get_Value<T>(ThreadLocal<T> local, string site) =>
        Hook.Current is { } operation
            ? ThreadLocalValues<T>.Of(operation, local, site).Get(operation, site)
            : local.Value;

    public static void set_Value<T>(ThreadLocal<T> local, T value, string site)
    {
        if (Hook.Current is { } operation)
            ThreadLocalValues<T>.Of(operation, local, site).Set(operation, value, site);
        else
            local.Value = value;
    }

    public static bool get_IsValueCreated<T>(ThreadLocal<T> local, string site) =>
        Hook.Current is { } operation
            ? ThreadLocalValues<T>.Of(operation, local, site).Has(operation, site)
            : local.IsValueCreated;

    public static IList<T> get_Values<T>(ThreadLocal<T> local, string site) =>
        Hook.Current is { } operation
            ? ThreadLocalValues<T>.Of(operation, local, site).All(operation, site)
            : local.Values;

    public static void Dispose<T>(ThreadLocal<T> local, string site)
    {
        if (Hook.Current is { } operation)
            ThreadLocalValues<T>.Of(operation, local, site).Dispose(operation, site);
        else
            local.Dispose();
    }
}
