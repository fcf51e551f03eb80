using System.ComponentModel;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// Operations of the event-based pattern: each post goes to the context that made it.
/// </summary>
[Models(typeof(AsyncOperation))]
public static class AsyncOperationModel
{
    public static void Post(
        AsyncOperation operation, SendOrPostCallback d, object? arg, string site)
    {
        if (Hook.Current is null)
        {
            operation.Post(d, arg);
            return;
        }
        using (AtomicCall.Read(operation, site)) VerifyNotCompleted(operation);
        ArgumentNullException.ThrowIfNull(d);
        SynchronizationContextModel.Post(operation.SynchronizationContext, d, arg, site);
    }

    public static void PostOperationCompleted(
        AsyncOperation operation, SendOrPostCallback d, object? arg, string site)
    {
        if (Hook.Current is null)
        {
            operation.PostOperationCompleted(d, arg);
            return;
        }
        Post(operation, d, arg, site);
        Completes(operation, site);
    }

    public static void OperationCompleted(AsyncOperation operation, string site)
    {
        if (Hook.Current is null)
        {
            operation.OperationCompleted();
            return;
        }
        VerifyNotCompleted(operation);
        Completes(operation, site);
    }

    private static void Completes(AsyncOperation operation, string site)
    {
        operation.SynchronizationContext.OperationCompleted();
        using (AtomicCall.Write(operation, site)) IsCompleted(operation) = true;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "VerifyNotCompleted")]
    private static extern void VerifyNotCompleted(AsyncOperation operation);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_alreadyCompleted")]
    private static extern ref bool IsCompleted(AsyncOperation operation);
}

/// <summary>Making them.</summary>
[Models(typeof(AsyncOperationManager))]
public static class AsyncOperationManagerModel
{
    public static AsyncOperation CreateOperation(object? userSuppliedState, string site)
    {
        var operation = AsyncOperationManager.CreateOperation(userSuppliedState!);
        // Its finalizer tells the context that it has ended, at a time of its own.
        if (Hook.Current is not null) GC.SuppressFinalize(operation);
        return operation;
    }
}
