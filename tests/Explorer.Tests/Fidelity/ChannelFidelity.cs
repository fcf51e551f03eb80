using System.Threading.Channels;
using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class ChannelFidelity
{
    private static readonly CancellationToken s_cancelled = new(true);

    [Test]
    public void Made() => Script.Compare(s =>
    {
        s.Do("CreateBounded(-1)", () => Channel.CreateBounded<int>(-1));
        s.Do("CreateBounded(null)", () => Channel.CreateBounded<int>(null!));
        s.Do("CreateUnbounded(null)", () => Channel.CreateUnbounded<int>(null!));
        s.Do("CanCount", () => Channel.CreateUnbounded<int>().Reader.CanCount);
        s.Do("CanPeek", () => Channel.CreateUnbounded<int>().Reader.CanPeek);
        s.Do("CanCount, single", () => Channel.CreateUnbounded<int>(new() { SingleReader = true }).Reader.CanCount);
        s.Do("Count, single", () => Channel.CreateUnbounded<int>(new() { SingleReader = true }).Reader.Count);
        s.Do("CanPeek, single", () => Channel.CreateUnbounded<int>(new() { SingleReader = true }).Reader.CanPeek);
        s.Do("CanCount, bounded", () => Channel.CreateBounded<int>(1).Reader.CanCount);
    });

    [Test]
    public void Unbounded() => Script.Compare(s => Used(s, Channel.CreateUnbounded<int>()));

    [Test]
    public void Bounded() => Script.Compare(s => Used(s, Channel.CreateBounded<int>(2)));

    [Test]
    public void One_reader() => Script.Compare(s => Used(s, Channel.CreateUnbounded<int>(
        new() { SingleReader = true, SingleWriter = true }), counts: false));

    [TestCase(BoundedChannelFullMode.Wait)]
    [TestCase(BoundedChannelFullMode.DropNewest)]
    [TestCase(BoundedChannelFullMode.DropOldest)]
    [TestCase(BoundedChannelFullMode.DropWrite)]
    public void Full(BoundedChannelFullMode mode) => Script.Compare(s =>
    {
        var dropped = "";
        var channel = Channel.CreateBounded<int>(
            new BoundedChannelOptions(2) { FullMode = mode }, item => dropped += item);
        for (var i = 1; i <= 4; i++)
        {
            var item = i;
            s.Do("TryWrite", () => channel.Writer.TryWrite(item));
        }
        s.Do("dropped", () => dropped);
        var waits = channel.Writer.WaitToWriteAsync().AsTask();
        s.Do("WaitToWriteAsync", () => waits.IsCompleted);
        var five = channel.Writer.WriteAsync(5).AsTask();
        var six = channel.Writer.WriteAsync(6).AsTask();
        s.Do("WriteAsync", () => $"{five.IsCompleted} {six.IsCompleted} {dropped}");
        s.Do("Count", () => channel.Reader.Count);
        s.Do("TryPeek", () => $"{channel.Reader.TryPeek(out var item)} {item}");
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        s.Do("served", () => five.Wait(5000));
        s.Do("ReadAsync", () => channel.Reader.ReadAsync().AsTask().Result);
        s.Do("served", () => six.Wait(5000));
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        s.Do("waited", () => waits.Wait(5000));
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        s.Do("dropped", () => dropped);
        channel.Writer.TryWrite(7);
        channel.Writer.TryWrite(8);
        var late = mode == BoundedChannelFullMode.Wait ? channel.Writer.WriteAsync(9).AsTask() : Task.CompletedTask;
        s.Do("TryComplete", () => channel.Writer.TryComplete(new IOException()));
        s.Do("left over", () => Inner(late));
        s.Do("Completion", () => channel.Reader.Completion.Status);
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        s.Do("ReadAsync", () => channel.Reader.ReadAsync().AsTask().Result);
        s.Do("Completion", () => Inner(channel.Reader.Completion));
        s.Do("ReadAsync", () => Inner(channel.Reader.ReadAsync().AsTask()));
        s.Do("WaitToReadAsync", () => Inner(channel.Reader.WaitToReadAsync().AsTask()));
        s.Do("WaitToWriteAsync", () => Inner(channel.Writer.WaitToWriteAsync().AsTask()));
        s.Do("WriteAsync", () => Inner(channel.Writer.WriteAsync(1).AsTask()));
    });

    private static void Used(Script s, Channel<int> channel, bool counts = true)
    {
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        s.Do("TryPeek", () => $"{channel.Reader.TryPeek(out var item)} {item}");
        s.Do("TryWrite", () => channel.Writer.TryWrite(1));
        s.Do("WriteAsync", () => channel.Writer.WriteAsync(2).IsCompletedSuccessfully);
        if (counts) s.Do("Count", () => channel.Reader.Count);
        s.Do("WaitToReadAsync", () => channel.Reader.WaitToReadAsync().AsTask().Result);
        s.Do("cancelled", () => channel.Reader.ReadAsync(s_cancelled).AsTask().Status);
        s.Do("cancelled", () => channel.Reader.WaitToReadAsync(s_cancelled).AsTask().Status);
        s.Do("cancelled", () => channel.Writer.WriteAsync(1, s_cancelled).AsTask().Status);
        s.Do("cancelled", () => channel.Writer.WaitToWriteAsync(s_cancelled).AsTask().Status);
        s.Do("ReadAsync", () => channel.Reader.ReadAsync().AsTask().Result);
        s.Do("TryPeek", () => $"{channel.Reader.TryPeek(out var item)} {item}");
        s.Do("TryRead", () => $"{channel.Reader.TryRead(out var item)} {item}");
        var source = new CancellationTokenSource();
        var waiting = channel.Reader.ReadAsync(source.Token).AsTask();
        s.Do("waiting", () => waiting.Status == TaskStatus.RanToCompletion);
        source.Cancel();
        s.Do("cancelled", () => Thrown(waiting));
        s.Do("cancelled", () => waiting.Status);
        var reading = channel.Reader.ReadAsync().AsTask();
        s.Do("TryWrite", () => channel.Writer.TryWrite(3));
        s.Do("handed over", () => reading.Result);
        var more = channel.Reader.WaitToReadAsync().AsTask();
        s.Do("more", () => more.IsCompleted);
        s.Do("Completion", () => channel.Reader.Completion.IsCompleted);
        s.Do("Complete", () => channel.Writer.Complete());
        s.Do("Complete again", () => channel.Writer.Complete());
        s.Do("TryComplete", () => channel.Writer.TryComplete());
        s.Do("more", () => more.Result);
        s.Do("TryWrite", () => channel.Writer.TryWrite(4));
        s.Do("WriteAsync", () => Inner(channel.Writer.WriteAsync(4).AsTask()));
        s.Do("ReadAsync", () => Inner(channel.Reader.ReadAsync().AsTask()));
        s.Do("WaitToReadAsync", () => channel.Reader.WaitToReadAsync().AsTask().Result);
        s.Do("WaitToWriteAsync", () => channel.Writer.WaitToWriteAsync().AsTask().Result);
        s.Do("Completion", () => channel.Reader.Completion.Wait(5000));
    }

    private static string Thrown(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return "none";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private static string Inner(Task task)
    {
        try
        {
            task.Wait();
            return "none";
        }
        catch (AggregateException exception)
        {
            return string.Join(' ', exception.InnerExceptions.Select(e =>
                $"{e.GetType().Name} {e.InnerException?.GetType().Name}"));
        }
    }
}
