using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>async ValueTask</c>.</summary>
[Models(typeof(AsyncValueTaskMethodBuilder))]
public static class AsyncValueTaskMethodBuilderModel
{
    public static AsyncValueTaskMethodBuilder Create(string site) =>
        AsyncValueTaskMethodBuilder.Create();

    public static void Start<TMachine>(ref AsyncValueTaskMethodBuilder builder,
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
        ref AsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task.AsTask(), ref awaiter, ref stateMachine, site);
        else
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(
        ref AsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task.AsTask(), ref awaiter, ref stateMachine, site);
        else
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void SetResult(ref AsyncValueTaskMethodBuilder builder, string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetResult();
        end.Finish();
    }

    public static void SetException(ref AsyncValueTaskMethodBuilder builder, Exception exception,
        string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetException(exception);
        Faulted.Note(builder.Task.AsTask(), site);
        end.Finish();
    }

    public static ValueTask get_Task(ref AsyncValueTaskMethodBuilder builder, string site) =>
        builder.Task;

    public static void SetStateMachine(
        ref AsyncValueTaskMethodBuilder builder, IAsyncStateMachine stateMachine, string site) =>
        builder.SetStateMachine(stateMachine);
}
