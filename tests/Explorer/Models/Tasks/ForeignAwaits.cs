using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>
/// What members of unwoven assemblies return to be awaited, made into what woven code awaits. In an
/// execution, such a member is refused unless the project vouches for its assembly.
/// </summary>
public static class ForeignAwaits
{
    public static ExploredAwaiter Convert(TaskAwaiter awaiter, string site) =>
        new(Task(ref awaiter), ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaiter<T> Convert<T>(TaskAwaiter<T> awaiter, string site) =>
        new(Of<T>.Task(ref awaiter), ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaiter Convert(ValueTaskAwaiter awaiter, string site) =>
        new(Value(ref awaiter), ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaiter<T> Convert<T>(ValueTaskAwaiter<T> awaiter, string site) =>
        new(Of<T>.Value(ref awaiter), ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaitable Convert(ConfiguredTaskAwaitable awaitable, string site) =>
        new(Convert(awaitable.GetAwaiter(), site));

    public static ExploredAwaitable<T> Convert<T>(ConfiguredTaskAwaitable<T> awaitable, string site) =>
        new(Convert(awaitable.GetAwaiter(), site));

    public static ExploredAwaitable Convert(ConfiguredValueTaskAwaitable awaitable, string site) =>
        new(Convert(awaitable.GetAwaiter(), site));

    public static ExploredAwaitable<T> Convert<T>(
        ConfiguredValueTaskAwaitable<T> awaitable, string site) =>
        new(Convert(awaitable.GetAwaiter(), site));

    public static ExploredAwaiter Convert(
        ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter, string site) =>
        new(Task(ref awaiter), Options(ref awaiter), site);

    public static ExploredAwaiter<T> Convert<T>(
        ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter, string site) =>
        new(Of<T>.Task(ref awaiter), Of<T>.Options(ref awaiter), site);

    public static ExploredAwaiter Convert(
        ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter, string site) =>
        new(Value(ref awaiter), TaskModel.Options(Captures(ref awaiter)), site);

    public static ExploredAwaiter<T> Convert<T>(
        ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter awaiter, string site) =>
        new(Of<T>.Value(ref awaiter), TaskModel.Options(Of<T>.Captures(ref awaiter)), site);

    private static bool Captures(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter)
    {
        var value = Value(ref awaiter);
        return Continues(ref value);
    }

    // The fields of the runtime's awaiters: see Task.cs, TaskAwaiter.cs, ConfiguredValueTaskAwaitable.cs.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref readonly Task Task(ref TaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
    private static extern ref readonly Task Task(
        ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_options")]
    private static extern ref readonly ConfigureAwaitOptions Options(
        ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref readonly ValueTask Value(ref ValueTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
    private static extern ref readonly ValueTask Value(
        ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    private static extern ref readonly bool Continues(ref ValueTask value);

    /// <summary>The same with a result.</summary>
    private static class Of<T>
    {
        internal static bool Captures(
            ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter awaiter)
        {
            var value = Value(ref awaiter);
            return Continues(ref value);
        }

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
        internal static extern ref readonly Task<T> Task(ref TaskAwaiter<T> awaiter);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_task")]
        internal static extern ref readonly Task<T> Task(
            ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_options")]
        internal static extern ref readonly ConfigureAwaitOptions Options(
            ref ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter awaiter);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
        internal static extern ref readonly ValueTask<T> Value(ref ValueTaskAwaiter<T> awaiter);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_value")]
        internal static extern ref readonly ValueTask<T> Value(
            ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter awaiter);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
        private static extern ref readonly bool Continues(ref ValueTask<T> value);
    }
}
