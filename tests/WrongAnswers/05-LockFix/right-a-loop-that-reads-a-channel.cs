// right: an async loop has the count, and reads from a channel who wants to increment it
using System.Threading.Channels;

namespace Katas.LockFix;

public sealed class Counter
{
    readonly Channel<TaskCompletionSource> requests = Channel.CreateUnbounded<TaskCompletionSource>();
    int count;

    public Counter() => _ = Serve();

    public int Value => Volatile.Read(ref count);

    public void Increment()
    {
        var done = new TaskCompletionSource();
        requests.Writer.TryWrite(done);
        done.Task.Wait();
    }

    async Task Serve()
    {
        await foreach (var done in requests.Reader.ReadAllAsync())
        {
            Volatile.Write(ref count, count + 1);
            done.SetResult();
        }
    }
}
