using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>async Task&lt;T&gt;</c>.</summary>
[Models(typeof(AsyncTaskMethodBuilder<>))]
public static class AsyncTaskMethodBuilderOfTModel
{
    public static AsyncTaskMethodBuilder<T> Create<T>(string site) =>
        AsyncTaskMethodBuilder<T>.Create();

    public static void Start<T, TMachine>(ref AsyncTaskMethodBuilder<T> builder,
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
        ref AsyncTaskMethodBuilder<T> builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void AwaitUnsafeOnCompleted<T, TAwaiter, TMachine>(
        ref AsyncTaskMethodBuilder<T> builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void SetResult<T>(ref AsyncTaskMethodBuilder<T> builder, T result, string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetResult(result);
        end.Finish();
    }

    public static void SetException<T>(ref AsyncTaskMethodBuilder<T> builder, Exception exception,
        string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetException(exception);
        Faulted.Note(builder.Task, site);
        end.Finish();
    }

    public static Task<T> get_Task<T>(ref AsyncTaskMethodBuilder<T> builder, string site) =>
        builder.Task;

    public static void SetStateMachine<T>(
        ref AsyncTaskMethodBuilder<T> builder, IAsyncStateMachine stateMachine, string site) =>
        builder.SetStateMachine(stateMachine);
}
