using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a semaphore keeps beside the number of its permits.</summary>
internal sealed class Permits(int most)
{
    private readonly List<Queued> _queue = [];

    internal int Most => most;

    /// <summary>Those who wait without blocking where others block.</summary>
    internal Line Line { get; } = new();

    /// <summary>Whether a thread has asked for a permit that it may have to wait for.</summary>
    internal bool HasBlocked { get; private set; }

    /// <summary>Whether somebody has waited without blocking.</summary>
    internal bool HasQueued { get; private set; }

    internal void Blocks(Operation operation, Location semaphore)
    {
        HasBlocked = true;
        MayBeMixed(operation, semaphore);
    }

    /// <summary>
    /// A release hands a permit to those who await, in the order in which they came; but not if threads
    /// that block are there, and nobody knows whether they are yet.
    /// </summary>
    private void MayBeMixed(Operation operation, Location semaphore)
    {
        if (!HasBlocked || !HasQueued) return;
        throw operation.Execution.Learns(insight => insight.Mixes(semaphore.Name));
    }

    /// <summary>What a release touches besides the semaphore: whoever waits without blocking.</summary>
    internal Access[]? Touched() => _queue.Count == 0 ? null
        : Access.Union(_queue.SelectMany(waiting => waiting.Touched));

    /// <summary>In the event that found no permit.</summary>
    internal void Join(
        Operation joining, Location semaphore, Completion completion, TaskCompletionSource<bool> source,
        Cancellation? canceller = null, Told? told = null)
    {
        HasQueued = true;
        MayBeMixed(joining, semaphore);
        var queued = new Queued(completion, source, canceller, told);
        _queue.Add(queued);
        Retouch(joining.Execution, semaphore);
    }

    /// <summary>After every change: a release serves who waits by now.</summary>
    private void Retouch(Execution execution, Location semaphore) =>
        execution.Retouch(semaphore, EventKind.Give, Touched());

    /// <summary>Time is up.</summary>
    internal void Leave(Execution execution, Location semaphore, Completion completion)
    {
        _queue.RemoveAll(waiting => waiting.Completion == completion);
        Retouch(execution, semaphore);
    }

    /// <summary>After a release: first come, first served.</summary>
    internal void HandOver(Operation operation, Location semaphore)
    {
        var served = new List<Completion>();
        while (_queue.Count > 0 && semaphore.State > 0)
        {
            var (completion, source, canceller, told) = _queue[0];
            _queue.RemoveAt(0);
            semaphore.State--;
            canceller?.Leave(told!);
            source.SetResult(true);
            completion.Reached(operation.Execution);
            served.Add(completion);
        }
        Retouch(operation.Execution, semaphore);
        foreach (var completion in served) completion.RunWaiters(operation);
    }

    private sealed record Queued(Completion Completion, TaskCompletionSource<bool> Source,
        Cancellation? Canceller, Told? Told)
    {
        /// <summary>What handing it a permit touches.</summary>
        internal Access[] Touched =>
        [
            .. Completion.WhenReached, .. Canceller is null ? (Access[])[] : [Canceller.ToLeave],
        ];
    }
}
