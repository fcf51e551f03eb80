using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>How a ThreadLocal makes its values: what the real object doesn't tell.</summary>
internal sealed record ThreadLocalRecipe<T>(Func<T>? Factory, bool TracksAll);

/// <summary>The values of a ThreadLocal in one execution, by operation.</summary>
internal sealed class ThreadLocalValues<T>(
    ThreadLocal<T> local, Location location, ThreadLocalRecipe<T> recipe)
{
    private static readonly ConditionalWeakTable<ThreadLocal<T>, ThreadLocalRecipe<T>> Known = [];

    private readonly Dictionary<object, T> _values = [];

    internal static ThreadLocal<T> Note(ThreadLocal<T> local, ThreadLocalRecipe<T> recipe)
    {
        Known.Add(local, recipe);
        return local;
    }

    internal static ThreadLocalValues<T> Of(Operation operation, ThreadLocal<T> local, string site)
    {
        if (local is null) throw new NullReferenceException();
        Hook.DependsOnThread();
        var location = AtomicCall.At(operation, local);
        if (location.Model is ThreadLocalValues<T> known) return known;
        if (!Known.TryGetValue(local, out var recipe))
        {
            throw operation.Execution.Refuse(
                "a ThreadLocal made by library code", "make it in code that is woven", site);
        }
        var made = new ThreadLocalValues<T>(local, location, recipe);
        location.Model = made;
        return made;
    }

    internal T? Get(Operation operation, string site)
    {
        ThrowIfDisposed(operation, site);
        var thread = Key(operation, site);
        if (_values.TryGetValue(thread, out var value)) return value;
        var made = recipe.Factory is { } factory ? factory() : default;
        if (_values.ContainsKey(thread))
            throw new InvalidOperationException(
                "ValueFactory attempted to access the Value property of this instance.");
        Set(operation, made!, site);
        return made;
    }

    internal void Set(Operation operation, T value, string site)
    {
        if (!recipe.TracksAll) ThrowIfDisposed(operation, site);
        var thread = Key(operation, site);
        if (recipe.TracksAll) Perform(operation, EventKind.AtomicWrite, site);
        operation.ThreadVariables.Add((this, thread), null,
            () => _values.TryGetValue(thread, out var now) ? now : null);
        _values[thread] = value;
        operation.HasThreadLocals = true;
    }

    /// <summary>A thread: an operation that goes on after an await may do so on another.</summary>
    private static object Key(Operation operation, string site) =>
        (object?)PoolThread.Of(operation, site) ?? operation;

    internal bool Has(Operation operation, string site)
    {
        ThrowIfDisposed(operation, site);
        return _values.ContainsKey(Key(operation, site));
    }

    internal IList<T> All(Operation operation, string site)
    {
        if (!recipe.TracksAll)
        {
            throw new InvalidOperationException(
                "The ThreadLocal object is not tracking values. To use the Values property, "
                + "use a ThreadLocal constructor that accepts the trackAllValues parameter "
                + "and set the parameter to true.");
        }
        Perform(operation, EventKind.AtomicRead, site);
        // One by one, so that its capacity is that of the real list.
        List<T> values = [];
        foreach (var value in _values.Values) values.Add(value);
        return values;
    }

    internal void Dispose(Operation operation, string site)
    {
        Disposal.Dispose(operation, local, location, site);
        _values.Clear();
    }

    /// <summary>An event at the object as a whole.</summary>
    private void Perform(Operation operation, EventKind kind, string site)
    {
        if (operation.IsObserved) AtomicCall.Perform(operation, location, kind, site);
        Disposal.ThrowIfDisposed(operation, location, Name);
    }

    private void ThrowIfDisposed(Operation operation, string site) =>
        Disposal.Check(operation, local, location, Name, site);

    private static readonly string Name = typeof(ThreadLocal<T>).FullName!;
}
