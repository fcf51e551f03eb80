using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class TaskFidelity
{
    private static readonly CancellationToken s_cancelled = new(true);

    [Test]
    public void Completed_by_a_call() => Script.Compare(s =>
    {
        var source = new TaskCompletionSource<int>();
        s.Do("Status", () => source.Task.Status);
        s.Do("IsCompleted", () => source.Task.IsCompleted);
        s.Do("Exception", () => source.Task.Exception is null);
        s.Do("SetResult", () => source.SetResult(3));
        s.Do("SetResult again", () => source.SetResult(4));
        s.Do("TrySetResult", () => source.TrySetResult(4));
        s.Do("TrySetException", () => source.TrySetException(new ArgumentException()));
        s.Do("TrySetCanceled", () => source.TrySetCanceled());
        s.Do("Result", () => source.Task.Result);
        s.Do("Status", () => source.Task.Status);
        s.Do("Wait(0)", () => source.Task.Wait(0));
        s.Do("Wait(-2)", () => source.Task.Wait(-2));
        var failing = new TaskCompletionSource();
        s.Do("SetException(null)", () => failing.SetException((Exception)null!));
        s.Do("SetException([])", () => failing.SetException([]));
        s.Do("SetException", () => failing.SetException([new ArgumentException("a"), new IOException("b")]));
        s.Do("Wait", () => failing.Task.Wait());
        s.Do("GetResult", () => failing.Task.GetAwaiter().GetResult());
        s.Do("Exceptions", () => Names(failing.Task));
        var cancelled = new TaskCompletionSource<int>();
        s.Do("SetCanceled", () => cancelled.SetCanceled());
        s.Do("Result", () => cancelled.Task.Result);
        s.Do("Inner", () => Inner(() => cancelled.Task.Wait()));
        s.Do("GetResult", () => cancelled.Task.GetAwaiter().GetResult());
        s.Do("IsCanceled", () => cancelled.Task.IsCanceled);
        s.Do("new(bad)", () => new TaskCompletionSource((TaskCreationOptions)1));
    });

    [Test]
    public void A_factory_of_tasks_with_a_result() => Script.CompareEach(static s =>
    {
        s.Do("StartNew", () => Task<int>.Factory.StartNew(() => 1).Result);
        s.Do("with a state", () => Task<int>.Factory.StartNew(x => (int)x! + 1, 2).Result);
        s.Do("with options", () => Task<int>.Factory.StartNew(
            () => 3, TaskCreationOptions.LongRunning).Result);
        s.Do("with everything", () => Task<int>.Factory.StartNew(
            () => 4, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default).Result);
        s.Do("cancelled", () => Inner(() => Task<int>.Factory.StartNew(() => 1, s_cancelled).Wait()));
        s.Do("throws", () => Inner(() => Task<int>.Factory.StartNew(() => int.Parse("x")).Wait()));
        s.Do("null", () => Task<int>.Factory.StartNew(null!));
        s.Do("no scheduler", () => Task<int>.Factory.StartNew(
            () => 1, CancellationToken.None, TaskCreationOptions.None, null!));
        s.Do("its own", () =>
        {
            var own = new TaskFactory<string>(
                TaskCreationOptions.LongRunning, TaskContinuationOptions.LazyCancellation);
            return $"{own.CreationOptions} {own.ContinuationOptions} {own.Scheduler is null} "
                + $"{own.CancellationToken.CanBeCanceled} {own.StartNew(() => "made").Result}";
        });
        s.Do("the plain one", () => $"{Task.Factory.CreationOptions} {Task.Factory.ContinuationOptions} "
            + $"{Task.Factory.Scheduler is null} {Task.Factory.CancellationToken.CanBeCanceled}");
    });

    [Test]
    public void Run_to_their_end() => Script.Compare(s =>
    {
        s.Do("Run(null)", () => Task.Run((Action)null!));
        s.Do("Run", () => Task.Run(() => 2).Result);
        s.Do("Run, cancelled", () => Inner(() => Task.Run(() => 2, s_cancelled).Wait()));
        s.Do("StartNew, cancelled", () => Inner(() => Task.Factory.StartNew(() => { }, s_cancelled).Wait()));
        s.Do("Run async, cancelled", () => Task.Run(Fails, s_cancelled).Status);
        var failed = Task.Run(new Func<int>(() => throw new ArgumentException("x")));
        s.Do("Result", () => failed.Result);
        s.Do("GetResult", () => failed.GetAwaiter().GetResult());
        s.Do("Status", () => failed.Status);
        s.Do("of a cancelled", () => Inner(() => Task.Run(
            new Action(() => throw new OperationCanceledException())).Wait()));
        s.Do("unwrapped", () => Inner(() => Task.Run(Fails).Wait()));
        s.Do("unwrapped, thrown at once", () => Inner(() => Task.Run(
            new Func<Task>(() => throw new ArgumentException())).Wait()));
        s.Do("unwrapped, cancelled", () => Task.Run(Cancelled).ContinueWith(t => t.Status).Result);
        s.Do("of no task", () => Inner(() => Task.Run((Func<Task>)(() => null!)).Wait()));
        s.Do("Dispose, complete", () => failed.Dispose());
        s.Do("Dispose, not complete", () => new TaskCompletionSource().Task.Dispose());
        s.Do("StartNew", () => Task.Factory.StartNew(x => (int)x! + 1, 2).Result);
        var cold = new Task<int>(() => 5);
        s.Do("cold", () => cold.Status);
        s.Do("Start", () => cold.Start());
        s.Do("cold", () => cold.Result);
        s.Do("Start again", () => cold.Start());
        var twice = new Task(() => { });
        s.Do("Start", () => twice.Start());
        s.Do("Start twice", () => twice.Start());
        s.Do("its end", () => twice.Wait());
        s.Do("Start a promise", () => new TaskCompletionSource().Task.Start());
    });

    [Test]
    public void Several_at_once() => Script.Compare(s =>
    {
        var (one, two) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var all = Task.WhenAll(one.Task, two.Task);
        s.Do("IsCompleted", () => all.IsCompleted);
        two.SetException(new IOException("two"));
        s.Do("IsCompleted", () => all.IsCompleted);
        one.SetException(new ArgumentException("one"));
        s.Do("Exceptions", () => Names(all));
        s.Do("GetResult", () => all.GetAwaiter().GetResult());
        s.Do("Status", () => all.Status);
        s.Do("WhenAll()", () => Task.WhenAll().Status);
        s.Do("WhenAll(null)", () => Task.WhenAll((Task[])null!));
        s.Do("WhenAll([null])", () => Task.WhenAll([null!]));
        s.Do("WhenAll, results", () => string.Join(' ', Task.WhenAll(Task.FromResult(1), Task.Run(() => 2)).Result));
        s.Do("WhenAll, cancelled", () => Task.WhenAll(Task.FromCanceled(s_cancelled), Task.Run(() => { }))
            .ContinueWith(t => t.Status).Result);
        s.Do("WaitAll", () => Task.WaitAll(one.Task, two.Task));
        s.Do("WaitAny", () => Task.WaitAny(one.Task, two.Task));
        s.Do("WaitAny()", () => Task.WaitAny());
        s.Do("WhenAny()", () => Task.WhenAny());
        s.Do("WhenAny([null])", () => Task.WhenAny([null!]));
        s.Do("WhenAny", () => Task.WhenAny(Task.FromResult(7), new TaskCompletionSource<int>().Task).Result.Result);
        var late = new TaskCompletionSource<int>();
        var any = Task.WhenAny(late.Task, new TaskCompletionSource<int>().Task);
        s.Do("IsCompleted", () => any.IsCompleted);
        late.SetCanceled();
        s.Do("Result", () => any.Result.Status);
    });

    [Test]
    public void Delayed() => Script.Compare(s =>
    {
        s.Do("Delay(-2)", () => Task.Delay(-2));
        s.Do("Delay(0)", () => Task.Delay(0).IsCompleted);
        s.Do("Delay, cancelled", () => Task.Delay(10, s_cancelled).Status);
        s.Do("Delay(5)", () => Task.Delay(5).Wait(-1));
        s.Do("Delay(5 ms)", () => Task.Delay(TimeSpan.FromMilliseconds(5)).GetAwaiter().GetResult());
        s.Do("limit", () => new TaskCompletionSource().Task.Wait(5));
    });

    [Test]
    public void Awaited() => Script.Compare(s =>
    {
        s.Do("a failure", () => AwaitAsync(Task.FromException(new IOException())).GetAwaiter().GetResult());
        s.Do("a cancellation", () => AwaitAsync(Cancelled()).GetAwaiter().GetResult());
        s.Do("its status", () => AwaitAsync(Cancelled()).ContinueWith(t => t.Status).Result);
        s.Do("suppressed", () => Suppresses(Fails()).GetAwaiter().GetResult());
        s.Do("a value task", () => Value(3).AsTask().Result);
        s.Do("a failing one", () => Value(-1).AsTask().Result);
    });

    [Test]
    public void Permits_awaited() => Script.Compare(s =>
    {
        var semaphore = new SemaphoreSlim(1, 2);
        s.Do("WaitAsync", () => semaphore.WaitAsync().IsCompleted);
        s.Do("WaitAsync(0)", () => semaphore.WaitAsync(0).Result);
        s.Do("WaitAsync(5)", () => semaphore.WaitAsync(5).Result);
        var never = semaphore.WaitAsync(-2);
        s.Do("WaitAsync(-2)", () => never.Status);
        s.Do("its failure", () => never.GetAwaiter().GetResult());
        s.Do("WaitAsync, cancelled", () => semaphore.WaitAsync(s_cancelled).Status);
        var queued = semaphore.WaitAsync();
        s.Do("queued", () => queued.IsCompleted);
        s.Do("Release", () => semaphore.Release());
        s.Do("the permit went to the one that failed", () => queued.IsCompleted);
        s.Do("Release", () => semaphore.Release());
        s.Do("queued", () => queued.Wait(1000));
        s.Do("CurrentCount", () => semaphore.CurrentCount);
        semaphore.Dispose();
        s.Do("disposed", () => semaphore.WaitAsync());
    });

    private static async Task AwaitAsync(Task task) => await task;

    private static async Task Suppresses(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async ValueTask<int> Value(int value)
    {
        await Task.Yield();
        return value < 0 ? throw new ArgumentException() : value;
    }

    private static async Task Fails()
    {
        await Task.Yield();
        throw new ArgumentException("later");
    }

    private static async Task Cancelled()
    {
        await Task.Yield();
        throw new OperationCanceledException();
    }

    private static string Names(Task task) =>
        string.Join(' ', task.Exception!.InnerExceptions.Select(e => $"{e.GetType().Name} {e.Message}"));

    private static string Inner(Action wait)
    {
        try
        {
            wait();
            return "none";
        }
        catch (AggregateException exception)
        {
            return string.Join(' ', exception.InnerExceptions.Select(e => e.GetType().Name));
        }
    }
}
