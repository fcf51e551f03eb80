using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class ParallelFidelity
{
    private static readonly ParallelOptions s_one = new() { MaxDegreeOfParallelism = 1 };

    [Test]
    public void Loops() => Script.Compare(s =>
    {
        var order = "";
        s.Do("For", () => Parallel.For(0, 3, s_one, i => order += i).IsCompleted);
        s.Do("order", () => order);
        s.Do("For, none", () => Parallel.For(3, 0, i => order += i).IsCompleted);
        s.Do("For(null)", () => Parallel.For(0, 1, (Action<int>)null!));
        s.Do("For(options null)", () => Parallel.For(0, 1, null!, _ => { }));
        s.Do("long", () => Parallel.For(5L, 7L, s_one, i => order += i).IsCompleted);
        s.Do("order", () => order);
        s.Do("ForEach", () => Parallel.ForEach("ab", s_one, (c, _, i) => order += $"{c}{i}").IsCompleted);
        s.Do("order", () => order);
        s.Do("For(all null)", () => Parallel.For(0, 1, null!, (Func<int>)null!, null!, null!));
        s.Do("For(options null, local)", () => Parallel.For(0, 1, null!, () => 0, (_, _, n) => n, _ => { }));
        s.Do("For(long, options null, local)",
            () => Parallel.For(0L, 1L, null!, () => 0, (_, _, n) => n, _ => { }));
        s.Do("ForEach(options null, local)",
            () => Parallel.ForEach([1], null!, () => 0, (_, _, n) => n, _ => { }));
        s.Do("ForEach(null)", () => Parallel.ForEach((int[])null!, _ => { }));
        s.Do("ForEach(body null)", () => Parallel.ForEach([1], (Action<int>)null!));
        s.Do("Break", () =>
        {
            var result = Parallel.For(0, 4, s_one, (i, state) => { order += i; if (i == 1) state.Break(); });
            return $"{result.IsCompleted} {result.LowestBreakIteration} {order}";
        });
        s.Do("Stop", () =>
        {
            var result = Parallel.For(0, 4, s_one, (i, state) => { if (i == 1) state.Stop(); order += state.IsStopped; });
            return $"{result.IsCompleted} {result.LowestBreakIteration} {order}";
        });
        s.Do("Stop after Break", () => Inner(() => Parallel.For(0, 1, (_, state) => { state.Break(); state.Stop(); })));
        s.Do("Break after Stop", () => Inner(() => Parallel.For(0, 1, (_, state) => { state.Stop(); state.Break(); })));
        s.Do("local", () =>
        {
            var sum = 0;
            Parallel.For(1, 4, () => 10, (i, _, x) => x + i, x => Interlocked.Add(ref sum, x % 10));
            return sum;
        });
    });

    [Test]
    public void Failures() => Script.Compare(s =>
    {
        s.Do("For", () => Inner(() => Parallel.For(0, 1, _ => throw new IOException())));
        s.Do("Invoke", () => Inner(() => Parallel.Invoke(
            () => throw new IOException(), () => throw new ArgumentException())).Length);
        s.Do("Invoke(null)", () => Parallel.Invoke((Action[])null!));
        s.Do("Invoke([null])", () => Parallel.Invoke([null!]));
        s.Do("Invoke()", () => Parallel.Invoke());
        var source = new CancellationTokenSource();
        source.Cancel();
        var cancelled = new ParallelOptions { CancellationToken = source.Token };
        s.Do("cancelled", () => Parallel.For(0, 1, cancelled, _ => { }));
        s.Do("cancelled, Invoke", () => Parallel.Invoke(cancelled, () => { }));
        s.Do("cancelled, async", () => Parallel.ForEachAsync([1], source.Token, (_, _) => default).Status);
    });

    [Test]
    public void Asynchronous() => Script.Compare(s =>
    {
        var sum = 0;
        s.Do("ForEachAsync", () => Parallel.ForEachAsync([1, 2, 3], async (i, _) =>
        {
            await Task.Yield();
            Interlocked.Add(ref sum, i);
        }).Wait(-1));
        s.Do("sum", () => sum);
        s.Do("none", () => Parallel.ForEachAsync(Array.Empty<int>(), (_, _) => default).Wait(-1));
        s.Do("null", () => Parallel.ForEachAsync((int[])null!, (_, _) => default));
        s.Do("a failure", () => Inner(() => Parallel.ForEachAsync([1], async (_, _) =>
        {
            await Task.Yield();
            throw new IOException();
        }).Wait()));
        s.Do("at once", () => Inner(() => Parallel.ForEachAsync([1], (_, _) => throw new IOException()).Wait()));
    });

    private static string Inner(Action wait)
    {
        try
        {
            wait();
            return "none";
        }
        catch (AggregateException exception)
        {
            return string.Join(' ', exception.InnerExceptions.Select(e => e.GetType().Name).Order());
        }
    }
}
