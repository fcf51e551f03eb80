using System.Runtime.CompilerServices;

public static class AsyncCode
{
    public static async Task<string> Awaits_in_expressions()
    {
        int[] numbers = [1, 2, 3];
        numbers[await Later(1)] += await Later(10);
        var text = $"{await Later("a")}{await Later(2)}";
        return Say(numbers, text, await Later(1) + await Later(2) * await Later(3));
    }

    public static async Task<string> In_try_catch_and_finally()
    {
        var log = new List<string>();
        try
        {
            await Task.Yield();
            throw new InvalidOperationException("x");
        }
        catch (InvalidOperationException e) when (e.Message == "x")
        {
            log.Add(await Later("caught"));
        }
        finally
        {
            await Task.Yield();
            log.Add(await Later("finally"));
        }
        return Say(log);
    }

    public static async Task<string> Rethrown_after_an_await()
    {
        try
        {
            try { await Fail("one"); }
            catch (Exception) { await Task.Yield(); throw; }
        }
        catch (ArgumentException e)
        {
            return Say(e.Message);
        }
        return "nothing";
    }

    public static async Task<string> Return_from_a_try()
    {
        var log = new List<string>();
        var said = await Inner();
        return Say(said, log);
        async Task<string> Inner()
        {
            try { return await Later("from try"); }
            finally { await Task.Yield(); log.Add("finally"); }
        }
    }

    public static async Task<string> Streams()
    {
        var sum = 0;
        await foreach (var n in Numbers(5))
        {
            if (n == 3) continue;
            if (n == 5) break;
            sum += n;
        }
        return Say(sum, disposed);
    }

    static int disposed;

    static async IAsyncEnumerable<int> Numbers(
        int to, [EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            for (var i = 1; i <= to; i++)
            {
                token.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return i;
            }
        }
        finally
        {
            await Task.Yield();
            disposed++;
        }
    }

    public static async Task<string> Streams_with_cancellation()
    {
        using var source = new CancellationTokenSource();
        var seen = new List<int>();
        try
        {
            await foreach (var n in Numbers(9).WithCancellation(source.Token).ConfigureAwait(false))
            {
                seen.Add(n);
                if (n == 2) source.Cancel();
            }
        }
        catch (OperationCanceledException)
        {
            seen.Add(-1);
        }
        return Say(seen);
    }

    public static async Task<string> Await_using()
    {
        var log = new List<string>();
        await using (new Closing(log, "a"))
        await using (var b = new Closing(log, "b"))
            log.Add("body");
        await using var late = new Closing(log, "late").ConfigureAwait(false);
        return Say(log);
    }

    public static async Task<string> Value_tasks()
    {
        return Say(await Quick(1), await Quick(0), await new ValueTask<int>(5));
        static async ValueTask<int> Quick(int n)
        {
            if (n > 0) await Task.Yield();
            return n + 1;
        }
    }

    public static async Task<string> Own_awaitable()
    {
        var n = await new Soon(4);
        var m = await 3.Doubled();
        return Say(n, m);
    }

    static Soon Doubled(this int n) => new(2 * n);

    public static async Task<string> Async_lambdas_and_local_functions()
    {
        Func<int, Task<int>> twice = async n => { await Task.Yield(); return 2 * n; };
        Func<Task> nothing = async () => await Task.CompletedTask;
        await nothing();
        return Say(await twice(4), await Local(3), await Task.Run(async () => await twice(1)));
        async Task<int> Local(int n) => n == 0 ? 0 : n + await Local(n - 1);
    }

    public static async Task<string> When_all_and_any()
    {
        var all = await Task.WhenAll(Later(1), Later(2), Task.FromResult(3));
        var any = await await Task.WhenAny(Task.FromResult("x"), new TaskCompletionSource<string>().Task);
        return Say(all, any);
    }

    public static async Task<string> Exceptions_of_several()
    {
        var both = Task.WhenAll(Fail("a"), Fail("b"));
        try { await both; }
        catch (ArgumentException) { return Say(both.Exception!.InnerExceptions.Select(e => e.Message).Order()); }
        return "nothing";
    }

    public static async Task<string> Cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var task = Task.Run(() => 1, source.Token);
        try { await task; }
        catch (TaskCanceledException e) { return Say(task.Status, e.CancellationToken == source.Token); }
        return "nothing";
    }

    public static async Task<string> Generic_async()
    {
        return Say(await Box<int>.Get(3), await Box<string>.Get("s"), await Second(1, "b"));
        static async Task<B> Second<A, B>(A a, B b) { await Task.Yield(); return b; }
    }

    public static async Task<string> Struct_with_async_methods()
    {
        var s = new Cell { N = 3 };
        var n = await s.Add(4);
        return Say(n, s.N);
    }

    public static async Task<string> Locals_live_across_awaits()
    {
        var (a, b) = (1, "x");
        Span<int> before = [1, 2];
        var first = before[1];
        await Task.Yield();
        Span<int> after = [5];
        ref var at = ref after[0];
        at++;
        return Say(a, b, first, after[0]);
    }

    public static async Task<string> Continuations()
    {
        var text = await Later(3).ContinueWith(t => $"<{t.Result}>")
            .ContinueWith(t => t.Result + t.IsCompletedSuccessfully);
        return text;
    }

    public static async Task<string> Async_local_values()
    {
        var local = new AsyncLocal<int> { Value = 1 };
        await Inner();
        return Say(local.Value);
        async Task Inner() { local.Value = 2; await Task.Yield(); local.Value++; }
    }

    public static string Waited_for_synchronously()
    {
        var failed = Thrown(() => Fail("w").Wait());
        return Say(Later(5).Result, Later(6).GetAwaiter().GetResult(), failed);
    }

    public static async Task<string> Loops_with_awaits()
    {
        var log = new List<int>();
        for (var i = 0; i < await Later(3); i++)
            foreach (var j in new[] { await Later(i), -1 })
                log.Add(j);
        while (log.Count > await Later(4)) log.RemoveAt(0);
        return Say(log);
    }

    static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    static async Task Fail(string why)
    {
        await Task.Yield();
        throw new ArgumentException(why);
    }

    sealed class Closing(List<string> log, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            log.Add($"closed {name}");
        }
    }

    class Box<T> { public static async Task<T> Get(T value) { await Task.Yield(); return value; } }

    struct Cell
    {
        public int N;
        public async Task<int> Add(int n) { N += n; await Task.Yield(); return ++N; }
    }

    readonly struct Soon(int value) : INotifyCompletion
    {
        public Soon GetAwaiter() => this;
        public bool IsCompleted => false;
        public int GetResult() => value;
        public void OnCompleted(Action then) => ThreadPool.QueueUserWorkItem(_ => then());
    }
}
