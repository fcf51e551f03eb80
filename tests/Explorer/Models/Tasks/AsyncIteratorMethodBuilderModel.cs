using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// Async iterators. Between two items, the operation of one that has been suspended rests; asked for
/// the next, it starts on whoever asks.
/// </summary>
[Models(typeof(AsyncIteratorMethodBuilder))]
public static class AsyncIteratorMethodBuilderModel
{
    public static AsyncIteratorMethodBuilder Create(string site) =>
        AsyncIteratorMethodBuilder.Create();

    public static void MoveNext<TMachine>(
        ref AsyncIteratorMethodBuilder builder, ref TMachine stateMachine, string site)
        where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is not { } operation)
        {
            builder.MoveNext(ref stateMachine);
            return;
        }
        var source = ValueSource.Of(operation, stateMachine);
        source.IsPrivate = true;
        var call = AsyncCall.Enter(operation, typeof(TMachine), source);
        try
        {
            builder.MoveNext(ref stateMachine);
        }
        finally
        {
            call.Leave(operation);
        }
    }

    public static void AwaitOnCompleted<TAwaiter, TMachine>(
        ref AsyncIteratorMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine,
        string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, null, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(
        ref AsyncIteratorMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine,
        string site)
        where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, null, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void Complete(ref AsyncIteratorMethodBuilder builder, string site)
    {
        var end = AsyncEnd.Begin(site);
        if (Hook.Current is null) builder.Complete();
        end.Finish();
    }
}
