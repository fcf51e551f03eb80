using System.Collections.Concurrent;

namespace Interleavings.Scheduling;

/// <summary>Workers at rest. Shared by all explorations of the process: threads are dear.</summary>
internal sealed class WorkerPool
{
    private readonly ConcurrentStack<Worker> _idle = new();

    internal static WorkerPool Shared { get; } = new();

    internal Worker Take() => _idle.TryPop(out var worker) ? worker : Worker.Start();

    internal void Return(Worker worker) => _idle.Push(worker);
}
