namespace Interleavings.Models;

/// <summary>An async stream that is told how to be gone through.</summary>
[Replaces("System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1")]
public readonly struct ExploredStream<T>
{
    internal ExploredStream(IAsyncEnumerable<T> source, bool captures, CancellationToken token) =>
        (Source, Captures, Token) = (source, captures, token);

    internal IAsyncEnumerable<T> Source { get; }

    internal bool Captures { get; }

    internal CancellationToken Token { get; }
}

/// <summary>One way through it.</summary>
[Replaces("System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1/Enumerator")]
public readonly struct ExploredStreamEnumerator<T>
{
    internal ExploredStreamEnumerator(IAsyncEnumerator<T> source, bool captures) =>
        (Source, Captures) = (source, captures);

    internal IAsyncEnumerator<T> Source { get; }

    internal bool Captures { get; }
}

/// <summary>What is disposed of asynchronously, and told how.</summary>
[Replaces("System.Runtime.CompilerServices.ConfiguredAsyncDisposable")]
public readonly struct ExploredDisposable
{
    internal ExploredDisposable(IAsyncDisposable source, bool captures) =>
        (Source, Captures) = (source, captures);

    internal IAsyncDisposable Source { get; }

    internal bool Captures { get; }
}
