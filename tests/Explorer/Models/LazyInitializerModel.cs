using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="LazyInitializer"/>, made of the same steps as in .NET: a look, the factory, and an
/// exchange or a lock. The factory may run more than once where there is no lock.
/// </summary>
[Models(typeof(LazyInitializer))]
public static class LazyInitializerModel
{
    public static T EnsureInitialized<T>(ref T? target, string site) where T : class =>
        Hook.Current is null
            ? LazyInitializer.EnsureInitialized(ref target)
            : Seen(ref target, site) ?? Publish(ref target, LazyRecipe<T>.ByConstructor(), site);

    public static T EnsureInitialized<T>(
        ref T? target, Func<T> valueFactory, string site) where T : class
    {
        if (Hook.Current is null) return LazyInitializer.EnsureInitialized(ref target, valueFactory);
        return Seen(ref target, site) ?? Publish(ref target, Made(valueFactory), site);
    }

    public static T EnsureInitialized<T>(
        ref T target, ref bool initialized, ref object? syncLock,
        string site) =>
        Hook.Current is null
            ? LazyInitializer.EnsureInitialized(ref target!, ref initialized, ref syncLock)
            : Locked(ref target, ref initialized, ref syncLock, LazyRecipe<T>.ByConstructor, site);

    public static T EnsureInitialized<T>(
        ref T target, ref bool initialized, ref object? syncLock,
        Func<T> valueFactory, string site) =>
        Hook.Current is null
            ? LazyInitializer.EnsureInitialized(ref target!, ref initialized, ref syncLock, valueFactory)
            : Locked(ref target, ref initialized, ref syncLock, valueFactory, site);

    public static T EnsureInitialized<T>(
        ref T? target, ref object? syncLock,
        Func<T> valueFactory, string site) where T : class
    {
        if (Hook.Current is null)
            return LazyInitializer.EnsureInitialized(ref target, ref syncLock, valueFactory);
        if (Seen(ref target, site) is { } present) return target = present;
        var gate = Gate(ref syncLock, site);
        MonitorModel.Enter(gate, site);
        try
        {
            if (Seen(ref target, site) is { } now) return target = now;
            var made = Made(valueFactory);
            VolatileModel.Write(ref target, made, site);
            return target = made;
        }
        finally
        {
            MonitorModel.Exit(gate, site);
        }
    }

    private static T Locked<T>(
        ref T target, ref bool initialized, ref object? syncLock, Func<T> valueFactory, string site)
    {
        if (!VolatileModel.Read(ref initialized, site))
        {
            var gate = Gate(ref syncLock, site);
            MonitorModel.Enter(gate, site);
            try
            {
                if (!VolatileModel.Read(ref initialized, site))
                {
                    var made = valueFactory();
                    Hook.WriteRef(ref target, made, site);
                    target = made;
                    VolatileModel.Write(ref initialized, true, site);
                }
            }
            finally
            {
                MonitorModel.Exit(gate, site);
            }
        }
        Hook.ReadRef(ref target, site);
        return target;
    }

    private static T? Seen<T>(ref T? target, string site) where T : class =>
        VolatileModel.Read(ref target, site);

    private static T Publish<T>(ref T? target, T made, string site) where T : class =>
        InterlockedModel.CompareExchange(ref target, made, null, site) ?? (target = made);

    private static T Made<T>(Func<T> valueFactory) where T : class => valueFactory()
        ?? throw new InvalidOperationException("ValueFactory returned null.");

    /// <summary>One exchange does for .NET's look and exchange: there is only ever one lock.</summary>
    private static object Gate(ref object? syncLock, string site)
    {
        var made = new object();
        return InterlockedModel.CompareExchange(ref syncLock, made, null, site) ?? made;
    }
}
