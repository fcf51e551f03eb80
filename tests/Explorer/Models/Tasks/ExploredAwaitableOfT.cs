namespace Interleavings.Models;

/// <summary>A task with a result that is told how to be awaited.</summary>
[Replaces("System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1")]
[Replaces("System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1")]
public readonly struct ExploredAwaitable<T>
{
    private readonly ExploredAwaiter<T> _awaiter;

    internal ExploredAwaitable(ExploredAwaiter<T> awaiter) => _awaiter = awaiter;

    /// <summary>What <c>await</c> asks.</summary>
    public ExploredAwaiter<T> GetAwaiter() => _awaiter;
}
