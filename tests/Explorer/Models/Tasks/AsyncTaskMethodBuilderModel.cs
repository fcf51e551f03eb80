using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>async Task</c>.</summary>
[Models(typeof(AsyncTaskMethodBuilder))]
public static class AsyncTaskMethodBuilderModel
{
    public static AsyncTaskMethodBuilder Create(string site) => AsyncTaskMethodBuilder.Create();

    public static void Start<TMachine>(ref AsyncTaskMethodBuilder builder,
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
        ref AsyncTaskMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(
        ref AsyncTaskMethodBuilder builder, ref TAwaiter awaiter, ref TMachine stateMachine, string site)
        where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine
    {
        if (Hook.Current is { } operation)
            AsyncMethods.Suspend(operation, builder.Task, ref awaiter, ref stateMachine, site);
        else
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
    }

    public static void SetResult(ref AsyncTaskMethodBuilder builder, string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetResult();
        end.Finish();
    }

    public static void SetException(ref AsyncTaskMethodBuilder builder, Exception exception,
        string site)
    {
        var end = AsyncEnd.Begin(site);
        builder.SetException(exception);
        Faulted.Note(builder.Task, site);
        end.Finish();
    }

    public static Task get_Task(ref AsyncTaskMethodBuilder builder, string site) => builder.Task;

    public static void SetStateMachine(
        ref AsyncTaskMethodBuilder builder, IAsyncStateMachine stateMachine, string site) =>
        builder.SetStateMachine(stateMachine);
}
