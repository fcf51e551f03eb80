using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>async ValueTask&lt;T&gt;</c>.</summary>
[Models(typeof(AsyncValueTaskMethodBuilder<>))]
public static class AsyncValueTaskMethodBuilderOfTModel
{
    public static AsyncValueTaskMethodBuilder<T> Create<T>(string site) =>
        AsyncValueTaskMethodBuilder<T>.Create();

    public static void Start<T, TMachine>(ref AsyncValueTaskMethodBuilder<T> builder,
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

    public static void AwaitOnCompleted<T, TAwaiter, TMachine>(
        ref AsyncValueTaskMethodBuilder<T> builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task.AsTask(), ref awaiter, ref stateMachine, site);
        else
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void AwaitUnsafeOnCompleted<T, TAwaiter, TMachine>(
        ref AsyncValueTaskMethodBuilder<T> builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task.AsTask(), ref awaiter, ref stateMachine, site);
        else
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void SetResult<T>(ref AsyncValueTaskMethodBuilder<T> builder, T result,
        string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetResult(result);
        end.Finish();
    }

    public static void SetException<T>(ref AsyncValueTaskMethodBuilder<T> builder,
        Exception exception, string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetException(exception);
        Faulted.Note(builder.Task.AsTask(), site);
        end.Finish();
    }

    public static ValueTask<T> get_Task<T>(ref AsyncValueTaskMethodBuilder<T> builder,
        string site) => builder.Task;

    public static void SetStateMachine<T>(
        ref AsyncValueTaskMethodBuilder<T> builder, IAsyncStateMachine stateMachine, string site) =>
        builder.SetStateMachine(stateMachine);
}
