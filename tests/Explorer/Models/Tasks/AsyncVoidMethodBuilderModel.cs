using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>async void</c>: an exception has nobody to go to.</summary>
[Models(typeof(AsyncVoidMethodBuilder))]
public static class AsyncVoidMethodBuilderModel
{
    public static AsyncVoidMethodBuilder Create(string site) => AsyncVoidMethodBuilder.Create();

    public static void Start<TMachine>(ref AsyncVoidMethodBuilder builder,
        ref TMachine stateMachine, string site)
        where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is not { } operation)
        {
            builder.Start(ref stateMachine);
            return;
        }
        var call = AsyncCall.Enter(operation, typeof(TMachine));
        try
        {
            builder.Start(ref stateMachine);
        }
        finally
        {
            call.Leave(operation);
        }
    }

    public static void AwaitOnCompleted<TAwaiter, TMachine>(
        ref AsyncVoidMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, null, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(
        ref AsyncVoidMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, null, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void SetResult(ref AsyncVoidMethodBuilder builder, string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetResult();
        end.Finish();
    }

    public static void SetException(ref AsyncVoidMethodBuilder builder, Exception exception,
        string site)
    {
        var end = AsyncEnd.Begin(site);
        if (Hook.Current is { } operation) Faulted.Escapes(operation, exception);
        else builder.SetException(exception);
        end.Finish();
    }

    public static void SetStateMachine(
        ref AsyncVoidMethodBuilder builder, IAsyncStateMachine stateMachine, string site) =>
        builder.SetStateMachine(stateMachine);
}
