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
            case EventWaitHandle handle: WaitHandleModel.Dispose(handle, site); break;
            case Barrier barrier: BarrierModel.Dispose(barrier, site); break;
            case ReaderWriterLockSlim gate: ReaderWriterLockSlimModel.Dispose(gate, site); break;
            case Timer timer: TimerModel.Dispose(timer, site); break;
            case PeriodicTimer timer: PeriodicTimerModel.Dispose(timer, site); break;
            default:
                Hook.Seen(target, "Dispose", site);
                target.Dispose();
                break;
        }
    }
}
