using System.Threading.Channels;
using Interleavings.Models;

namespace Interleavings.Tests.RandomPrograms;

/// <summary>A program of 2 or 3 tasks made from a seed; deadlocks are welcome.</summary>
internal sealed class AsyncProgram
{
    private readonly AsyncStep?[] _tasks = new AsyncStep?[3];

    internal AsyncProgram(int seed)
    {
        // Seeded: the same program for the same seed, on every machine.
        var random = new Random(seed);
        var count = random.Next(2, 4);
        var longest = count == 2 ? 3 : 2;
        for (var i = 0; i < count; i++)
        {
            for (var k = random.Next(1, longest + 1); k > 0; k--)
            {
                _tasks[i] = new(AsyncStep.Urn[random.Next(AsyncStep.Urn.Count)], random.Next(2), _tasks[i]);
            }
        }
    }

    internal Action Body
    {
        get
        {
            var (one, two, three) = (_tasks[0], _tasks[1], _tasks[2]);
            return () => AsyncBody.Run(() => Run(one, two, three));
        }
    }

    public override string ToString() => string.Join(" | ", _tasks.Where(t => t is not null));

    private static async Task Run(AsyncStep? one, AsyncStep? two, AsyncStep? three)
    {
        var memory = new AsyncMemory();
        var a = Task.Run(() => Carry(one, memory));
        // One that begins in the call itself, and goes on elsewhere.
        var b = Carry(two, memory);
        var c = three is null ? Task.CompletedTask : Task.Run(() => Carry(three, memory));
        await Task.WhenAll(a, b, c);
    }

    private static async Task Carry(AsyncStep? first, AsyncMemory memory)
    {
        for (var step = first; step is not null; step = step.Next)
        {
            try
            {
                await Carry(step, memory, memory.Cell(step.Operand));
            }
            catch (OperationCanceledException)
            {
                memory.X.Plain = 20;
            }
            catch (ChannelClosedException)
            {
                memory.Y.Plain = 21;
            }
        }
    }

    private static async Task Carry(AsyncStep step, AsyncMemory memory, Cell cell)
    {
        switch (step.Do)
        {
            case AsyncStep.Kind.Write: cell.Plain = 1; break;
            case AsyncStep.Kind.Increment: cell.Plain++; break;
            case AsyncStep.Kind.Yield: await Task.Yield(); break;
            case AsyncStep.Kind.SetResult: memory.SourceOf(step.Operand).TrySetResult(); break;
            case AsyncStep.Kind.AwaitSource: await memory.SourceOf(step.Operand).Task; break;
            case AsyncStep.Kind.AwaitFirst:
                await Task.WhenAny(memory.Source.Task, memory.Later.Task);
                break;
            case AsyncStep.Kind.SemaphoreWait: await memory.Semaphore.WaitAsync(); break;
            case AsyncStep.Kind.SemaphoreWaitCancellable: await memory.Semaphore.WaitAsync(memory.Token); break;
            case AsyncStep.Kind.SemaphoreRelease: memory.Semaphore.Release(); break;
            case AsyncStep.Kind.ChildTask: await Task.Run(() => cell.Plain = 5, memory.Token); break;
            case AsyncStep.Kind.Cancel: memory.Canceller.Cancel(); break;
            case AsyncStep.Kind.CancelAfter: memory.Canceller.CancelAfter(10); break;
            case AsyncStep.Kind.IsCancelled:
                if (memory.Token.IsCancellationRequested) cell.Plain = 6;
                break;
            case AsyncStep.Kind.Register: memory.Token.Register(() => cell.Plain = 7); break;
            case AsyncStep.Kind.Unregister: memory.Token.Register(() => cell.Plain = 8).Dispose(); break;
            case AsyncStep.Kind.DelayCancellable: await Task.Delay(-1, memory.Token); break;
            default: await Channelled(step, memory, cell); break;
        }
    }

    private static async Task Channelled(AsyncStep step, AsyncMemory memory, Cell cell)
    {
        var channel = memory.Channel;
        switch (step.Do)
        {
            case AsyncStep.Kind.ChannelWrite: await channel.Writer.WriteAsync(step.Operand); break;
            case AsyncStep.Kind.ChannelTryWrite:
                if (channel.Writer.TryWrite(step.Operand)) cell.Plain = 2;
                break;
            case AsyncStep.Kind.ChannelRead: cell.Plain = await channel.Reader.ReadAsync(); break;
            case AsyncStep.Kind.ChannelReadCancellable:
                cell.Plain = await channel.Reader.ReadAsync(memory.Token);
                break;
            case AsyncStep.Kind.ChannelTryRead:
                if (channel.Reader.TryRead(out _)) cell.Plain = 3;
                break;
            case AsyncStep.Kind.ChannelWaitToRead:
                if (await channel.Reader.WaitToReadAsync()) cell.Plain = 4;
                break;
            case AsyncStep.Kind.ChannelReadAll:
                await foreach (var item in channel.Reader.ReadAllAsync()) cell.Plain = item;
                break;
            case AsyncStep.Kind.ChannelComplete: channel.Writer.TryComplete(); break;
        }
    }
}
