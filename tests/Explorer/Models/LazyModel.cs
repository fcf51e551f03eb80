using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Lazy{T}"/>. The real object is made, so that its checks are made, and serves outside
/// an execution; inside one, its value is the execution's own: see <see cref="LazyValue{T}"/>.
/// </summary>
[Models(typeof(Lazy<>))]
public static class LazyModel
{
    private const LazyThreadSafetyMode Safe = LazyThreadSafetyMode.ExecutionAndPublication;

    public static Lazy<T> New<T>(string site) =>
        LazyRecipe<T>.Note(new(), new(null, Safe));

    public static Lazy<T> New<T>(T value, string site) =>
        LazyRecipe<T>.Note(new(value), new(null, Safe) { Ready = (true, value) });

    public static Lazy<T> New<T>(Func<T> valueFactory, string site) =>
        LazyRecipe<T>.Note(new(valueFactory), new(valueFactory, Safe));

    public static Lazy<T> New<T>(bool isThreadSafe, string site) =>
        LazyRecipe<T>.Note(new(isThreadSafe), new(null, ModeOf(isThreadSafe)));

    public static Lazy<T> New<T>(LazyThreadSafetyMode mode, string site) =>
        LazyRecipe<T>.Note(new(mode), new(null, mode));

    public static Lazy<T> New<T>(Func<T> valueFactory, bool isThreadSafe, string site) =>
        LazyRecipe<T>.Note(new(valueFactory, isThreadSafe), new(valueFactory, ModeOf(isThreadSafe)));

    public static Lazy<T> New<T>(Func<T> valueFactory, LazyThreadSafetyMode mode, string site) =>
        LazyRecipe<T>.Note(new(valueFactory, mode), new(valueFactory, mode));

    public static T get_Value<T>(Lazy<T> lazy, string site) =>
        Hook.Current is { } operation
            ? LazyValue<T>.Of(operation, lazy, site).Value(operation, site)
            : lazy.Value;

    public static bool get_IsValueCreated<T>(Lazy<T> lazy, string site) =>
        Hook.Current is { } operation
            ? LazyValue<T>.Of(operation, lazy, site).IsCreated(operation, site)
            : lazy.IsValueCreated;

    private static LazyThreadSafetyMode ModeOf(bool isThreadSafe) =>
        isThreadSafe ? Safe : LazyThreadSafetyMode.None;
}
