using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><see cref="AsyncLocal{T}"/>: the real one, which flows with the operations.</summary>
[Models(typeof(AsyncLocal<>))]
public static class AsyncLocalModel
{
    public static T get_Value<T>(AsyncLocal<T> local, string site)
    {
        Hook.DependsOnThread();
        return local.Value!;
    }

    public static void set_Value<T>(AsyncLocal<T> local, T value, string site)
    {
        Hook.DependsOnThread();
        if (Hook.Current is { } operation)
            operation.ThreadVariables.Add(local, local.Value, () => local.Value);
        local.Value = value;
    }
}
