using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class StreamFidelity
{
    [Test]
    public void Told_how_to_be_gone_through() => Script.CompareEach(s =>
    {
        s.Do("ConfigureAwait", () => Sum(Count(3).ConfigureAwait(false)).Result);
        s.Do("WithCancellation", () => Sum(Count(3).WithCancellation(default)).Result);
        s.Do("both", () => Sum(Count(3).WithCancellation(default).ConfigureAwait(false)).Result);
        s.Do("cancelled", () => Sum(Count(3).WithCancellation(new(true))).GetAwaiter().GetResult());
        s.Do("in the middle", () =>
        {
            var source = new CancellationTokenSource();
            Sum(Count(2, source).WithCancellation(source.Token)).GetAwaiter().GetResult();
        });
        s.Do("disposed", () => Disposes().Result);
    });

    [Test]
    public void Gone_through_by_several() => Script.CompareEach(s =>
    {
        s.Do("ForEachAsync", () =>
        {
            var sum = 0;
            var ended = Parallel.ForEachAsync(Count(2), (i, _) =>
            {
                Interlocked.Add(ref sum, i);
                return default;
            }).Wait(-1);
            return $"{ended} {sum}";
        });
        s.Do("one at a time", () =>
        {
            var order = 0;
            var ended = Parallel.ForEachAsync(
                Count(2), new ParallelOptions { MaxDegreeOfParallelism = 1 }, (i, _) =>
                {
                    order = order * 10 + i;
                    return default;
                }).Wait(-1);
            return $"{ended} {order}";
        });
        s.Do("null", () => Parallel.ForEachAsync((IAsyncEnumerable<int>)null!, (_, _) => default));
        s.Do("cancelled", () => Parallel.ForEachAsync(
            Count(2), new CancellationToken(true), (_, _) => default).Status);
        s.Do("a failure", () => Inner(Parallel.ForEachAsync(Count(1), (_, _) => throw new IOException())));
        s.Do("a failing stream", () => Inner(Parallel.ForEachAsync(Fails(), (_, _) => default)));
    });

    [Test]
    public void Numbers_by_several() => Script.CompareEach(s =>
    {
        s.Do("ForAsync", () =>
        {
            var sum = 0L;
            var ended = Parallel.ForAsync(1, 3, async (i, _) =>
            {
                await Task.Yield();
                Interlocked.Add(ref sum, i);
            }).Wait(-1);
            return $"{ended} {sum}";
        });
        s.Do("none", () => Parallel.ForAsync(4L, 1L, (_, _) => default).Wait(-1));
        s.Do("null", () => Parallel.ForAsync(1, 4, null!));
        s.Do("options null", () => Parallel.ForAsync(1, 4, null!, (_, _) => default));
        s.Do("cancelled", () => Parallel.ForAsync(1, 4, new CancellationToken(true), (_, _) => default).Status);
        s.Do("a failure", () => Inner(Parallel.ForAsync(1, 2, (_, _) => throw new IOException())));
    });

    private static async IAsyncEnumerable<int> Count(int to, CancellationTokenSource? source = null,
        [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var i = 1; i <= to; i++)
        {
            token.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return i;
            source?.Cancel();
        }
    }

    private static async IAsyncEnumerable<int> Fails()
    {
        await Task.Yield();
        yield return 1;
        throw new ArgumentException();
    }

    private static async Task<int> Sum(ConfiguredCancelableAsyncEnumerable<int> items)
    {
        var sum = 0;
        await foreach (var item in items) sum += item;
        return sum;
    }

    private static async Task<string> Disposes()
    {
        var disposed = new Disposed();
        await using (disposed.ConfigureAwait(false)) disposed.Log += "a";
        return disposed.Log;
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
            return string.Join(' ', exception.InnerExceptions.Select(e => e.GetType().Name).Order());
        }
    }

    private sealed class Disposed : IAsyncDisposable
    {
        public string Log { get; set; } = "";

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            Log += "b";
        }
    }
}
