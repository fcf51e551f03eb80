using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>Telling an async stream where to go on, and by what it may be cancelled.</summary>
[Models(typeof(TaskAsyncEnumerableExtensions))]
public static class StreamModel
{
    public static ExploredStream<T> WithCancellation<T>(
        IAsyncEnumerable<T> source, CancellationToken cancellationToken, string site) =>
        new(source, true, cancellationToken);

    public static ExploredStream<T> ConfigureAwait<T>(
        IAsyncEnumerable<T> source, bool continueOnCapturedContext, string site) =>
        new(source, continueOnCapturedContext, default);

    public static ExploredDisposable ConfigureAwait(
        IAsyncDisposable source, bool continueOnCapturedContext, string site) =>
        new(source, continueOnCapturedContext);
}

/// <summary>Going through it.</summary>
[Models(typeof(ConfiguredCancelableAsyncEnumerable<>))]
public static class ConfiguredStreamModel
{
    public static ExploredStream<T> WithCancellation<T>(
        ref ExploredStream<T> stream, CancellationToken cancellationToken, string site) =>
        new(stream.Source, stream.Captures, cancellationToken);

    public static ExploredStream<T> ConfigureAwait<T>(
        ref ExploredStream<T> stream, bool continueOnCapturedContext, string site) =>
        new(stream.Source, continueOnCapturedContext, stream.Token);

    public static ExploredStreamEnumerator<T> GetAsyncEnumerator<T>(
        ref ExploredStream<T> stream, string site) =>
        new(stream.Source.GetAsyncEnumerator(stream.Token), stream.Captures);
}

/// <summary>Its items.</summary>
[Models(typeof(ConfiguredCancelableAsyncEnumerable<>.Enumerator))]
public static class ConfiguredStreamEnumeratorModel
{
    public static T get_Current<T>(ref ExploredStreamEnumerator<T> enumerator, string site) =>
        enumerator.Source.Current;

    public static ExploredAwaitable<bool> MoveNextAsync<T>(
        ref ExploredStreamEnumerator<T> enumerator, string site) => new(new(
            enumerator.Source.MoveNextAsync(), TaskModel.Options(enumerator.Captures), site));

    public static ExploredAwaitable DisposeAsync<T>(
        ref ExploredStreamEnumerator<T> enumerator, string site) => new(new(
            enumerator.Source.DisposeAsync(), TaskModel.Options(enumerator.Captures), site));
}

/// <summary>Disposing of something else.</summary>
[Models(typeof(ConfiguredAsyncDisposable))]
public static class ConfiguredDisposableModel
{
    public static ExploredAwaitable DisposeAsync(ref ExploredDisposable disposable, string site) =>
        new(new(disposable.Source.DisposeAsync(), TaskModel.Options(disposable.Captures), site));
}
