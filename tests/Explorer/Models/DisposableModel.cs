using System.Collections.Concurrent;
using System.Reflection;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// Disposing of something through the interface, as <c>using</c> does with a class: what has a model is
/// disposed of by it, and the rest is as it was.
/// </summary>
[Models(typeof(IDisposable))]
public static class DisposableModel
{
    public static void Dispose(IDisposable target, string site)
    {
        if (Hook.Current is null)
        {
            target.Dispose();
            return;
        }
        switch (target)
        {
            case CancellationTokenSource source: CancellationTokenSourceModel.Dispose(source, site); break;
            case SemaphoreSlim semaphore: SemaphoreSlimModel.Dispose(semaphore, site); break;
            case CountdownEvent countdown: CountdownEventModel.Dispose(countdown, site); break;
            case ManualResetEventSlim handle: ManualResetEventSlimModel.Dispose(handle, site); break;
            case WaitHandle handle: WaitHandleModel.Dispose(handle, site); break;
            case Barrier barrier: BarrierModel.Dispose(barrier, site); break;
            case ReaderWriterLockSlim gate: ReaderWriterLockSlimModel.Dispose(gate, site); break;
            case Timer timer: TimerModel.Dispose(timer, site); break;
            case PeriodicTimer timer: PeriodicTimerModel.Dispose(timer, site); break;
            default:
                if (TryGeneric(target, site)) return;
                Hook.Seen(target, "Dispose", site);
                target.Dispose();
                break;
        }
    }

    /// <summary>Of a generic type, the model's method depends on the object at run time.</summary>
    private static bool TryGeneric(IDisposable target, string site)
    {
        for (var type = target.GetType(); type is not null; type = type.BaseType)
        {
            if (!type.IsConstructedGenericType) continue;
            var model = type.GetGenericTypeDefinition() is var definition
                && definition == typeof(BlockingCollection<>) ? typeof(BlockingCollectionModel)
                : definition == typeof(ThreadLocal<>) ? typeof(ThreadLocalModel) : null;
            if (model is null) continue;
            model.GetMethod(nameof(Dispose))!.MakeGenericMethod(type.GetGenericArguments())
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [target, site], null);
            return true;
        }
        return false;
    }
}
