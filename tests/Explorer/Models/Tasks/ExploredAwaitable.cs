namespace Interleavings.Models;

/// <summary>A task that is told how to be awaited.</summary>
[Replaces("System.Runtime.CompilerServices.ConfiguredTaskAwaitable")]
[Replaces("System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable")]
public readonly struct ExploredAwaitable
{
    private readonly ExploredAwaiter _awaiter;

    internal ExploredAwaitable(ExploredAwaiter awaiter) => _awaiter = awaiter;

    /// <summary>What <c>await</c> asks.</summary>
    public ExploredAwaiter GetAwaiter() => _awaiter;
}
