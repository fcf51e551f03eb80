using Interleavings.Tests.Async;
using NUnit.Framework;

namespace Interleavings.Tests.Primitives;

/// <summary>A periodic timer keeps its phase, and one tick for which no caller was waiting.</summary>
public class TickTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Fails("the second tick is due a period after the first, whenever it is awaited", async () =>
        {
            using var timer = Every(1000);
            await timer.WaitForNextTickAsync();
            await Task.Delay(600);
            var pause = Task.Delay(700);
            var tick = timer.WaitForNextTickAsync().AsTask();
            AsyncPrograms.Check(await Task.WhenAny(tick, pause) == pause);
        }, FailureKind.Assertion);
        yield return Judged.Holds("a tick for which no caller was waiting is there at once", async () =>
        {
            using var timer = Every(100);
            await Task.Delay(150);
            AsyncPrograms.Check(timer.WaitForNextTickAsync().AsTask().IsCompleted);
        });
        yield return Judged.Fails("after them, the next is due where the phase has it", async () =>
        {
            using var timer = Every(1000);
            await Task.Delay(3500);
            await timer.WaitForNextTickAsync();
            var pause = Task.Delay(700);
            var tick = timer.WaitForNextTickAsync().AsTask();
            AsyncPrograms.Check(await Task.WhenAny(tick, pause) == pause);
        }, FailureKind.Assertion);
    }

    private static IEnumerable<TestCaseData> Readers()
    {
        yield return Judged.Fails("a second read cancels the first where one reader was promised", async () =>
        {
            var channel = OneReader();
            var first = channel.Reader.ReadAsync().AsTask();
            var second = channel.Reader.ReadAsync().AsTask();
            AsyncPrograms.Check(!first.IsCompleted);
            channel.Writer.TryWrite(1);
            await second;
        }, FailureKind.Assertion);
        yield return Judged.Fails("so does a second wait for an item", async () =>
        {
            var channel = OneReader();
            var first = channel.Reader.WaitToReadAsync().AsTask();
            _ = channel.Reader.WaitToReadAsync().AsTask();
            channel.Writer.TryWrite(1);
            await first;
        }, FailureKind.Exception);
        yield return Judged.Fails("by another thread as well", async () =>
        {
            var channel = OneReader();
            var readers = Task.WhenAll(
                Task.Run(async () => await channel.Reader.ReadAsync()),
                Task.Run(async () => await channel.Reader.ReadAsync()));
            channel.Writer.TryWrite(1);
            channel.Writer.TryWrite(2);
            await readers;
        }, FailureKind.Exception);
        yield return Judged.Holds("a read and a wait are two things", async () =>
        {
            var channel = OneReader();
            var read = channel.Reader.ReadAsync().AsTask();
            var wait = channel.Reader.WaitToReadAsync().AsTask();
            channel.Writer.TryWrite(1);
            channel.Writer.TryWrite(2);
            await read;
            await wait;
        });
        yield return Judged.Holds("one reader is right", async () =>
        {
            var channel = OneReader();
            var writer = Task.Run(() => { channel.Writer.TryWrite(1); channel.Writer.TryWrite(2); });
            AsyncPrograms.Check(await channel.Reader.ReadAsync() == 1);
            AsyncPrograms.Check(await channel.Reader.ReadAsync() == 2);
            await writer;
        });
        yield return Judged.Holds("without the promise both wait", async () =>
        {
            var channel = System.Threading.Channels.Channel.CreateUnbounded<int>();
            var first = channel.Reader.ReadAsync().AsTask();
            var second = channel.Reader.ReadAsync().AsTask();
            channel.Writer.TryWrite(1);
            channel.Writer.TryWrite(2);
            AsyncPrograms.Check(await first == 1 && await second == 2);
        });
    }

    [TestCaseSource(nameof(Programs)), TestCaseSource(nameof(Readers))]
    public void Is_judged(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    private static PeriodicTimer Every(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds));

    private static System.Threading.Channels.Channel<int> OneReader() =>
        System.Threading.Channels.Channel.CreateUnbounded<int>(new() { SingleReader = true });
}
