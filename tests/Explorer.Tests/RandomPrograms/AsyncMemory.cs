using System.Threading.Channels;

namespace Interleavings.Tests.RandomPrograms;

/// <summary>What a random async program shares. Read-only fields: getting there is no event.</summary>
internal sealed class AsyncMemory
{
    internal readonly Cell X = new(), Y = new();
    internal readonly TaskCompletionSource Source = new();
    internal readonly TaskCompletionSource Later = new(TaskCreationOptions.RunContinuationsAsynchronously);
    internal readonly SemaphoreSlim Semaphore = new(1);
    internal readonly Channel<int> Channel = System.Threading.Channels.Channel.CreateBounded<int>(1);
    internal readonly CancellationTokenSource Canceller = new();
    internal readonly CancellationToken Token;

    internal AsyncMemory() => Token = Canceller.Token;

    internal Cell Cell(int number) => number == 0 ? X : Y;

    internal TaskCompletionSource SourceOf(int number) => number == 0 ? Source : Later;
}
