using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>Tasks that follow others: with a limit, by conditions, from inside.</summary>
public class GivingUpFidelity
{
    private static readonly CancellationToken s_cancelled = new(true);

    [Test]
    public void Waited_for_no_longer_than() => Script.Compare(s =>
    {
        var never = new TaskCompletionSource<int>();
        s.Do("no limit", () => never.Task.WaitAsync(CancellationToken.None) == never.Task);
        s.Do("complete", () => Task.FromResult(1).WaitAsync(s_cancelled).Result);
        s.Do("cancelled", () => never.Task.WaitAsync(s_cancelled).Status);
        s.Do("cancelled and no time", () =>
            never.Task.WaitAsync(TimeSpan.Zero, s_cancelled).Status);
        s.Do("no time", () => never.Task.WaitAsync(TimeSpan.Zero).GetAwaiter().GetResult());
        s.Do("some time", () =>
            ((Task)never.Task).WaitAsync(TimeSpan.FromMilliseconds(2)).Wait(-1));
        s.Do("some time, awaited", () =>
            never.Task.WaitAsync(TimeSpan.FromMilliseconds(2)).GetAwaiter().GetResult());
        s.Do("-2", () => never.Task.WaitAsync(TimeSpan.FromMilliseconds(-2)));
        s.Do("no provider", () => never.Task.WaitAsync(TimeSpan.Zero, null!));
        s.Do("its provider", () =>
            never.Task.WaitAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System).Wait(-1));
        var source = new CancellationTokenSource();
        var given = never.Task.WaitAsync(source.Token);
        s.Do("before", () => given.Status);
        source.Cancel();
        s.Do("after", () => given.Status);
        s.Do("its exception", () => given.GetAwaiter().GetResult());
        var other = new CancellationTokenSource();
        var follows = never.Task.WaitAsync(other.Token);
        never.SetResult(3);
        other.Cancel();
        s.Do("follows", () => follows.Result);
        s.Do("Wait(token)", () => follows.Wait(other.Token));
        s.Do("a failure", () => Task.FromException(new IOException()).WaitAsync(s_cancelled)
            .GetAwaiter().GetResult());
        var failing = new TaskCompletionSource();
        var fails = failing.Task.WaitAsync(new CancellationTokenSource().Token);
        failing.SetException([new IOException("a"), new ArgumentException("b")]);
        s.Do("two failures", () => Names(fails));
        var cancelled = new TaskCompletionSource();
        var gives = cancelled.Task.WaitAsync(new CancellationTokenSource().Token);
        cancelled.SetCanceled(s_cancelled);
        s.Do("a cancellation", () => gives.GetAwaiter().GetResult());
    });

    private static IEnumerable<Task<int>> Ends() =>
        [Task.FromResult(1), Task.FromException<int>(new IOException()),
            Task.FromCanceled<int>(s_cancelled)];

    [TestCaseSource(nameof(Ends))]
    public void Continued_or_not(Task<int> first) => Script.Compare(s =>
    {
        foreach (var options in new[]
        {
            TaskContinuationOptions.OnlyOnRanToCompletion, TaskContinuationOptions.OnlyOnFaulted,
            TaskContinuationOptions.OnlyOnCanceled, TaskContinuationOptions.NotOnFaulted,
            TaskContinuationOptions.NotOnCanceled, TaskContinuationOptions.NotOnRanToCompletion,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskContinuationOptions.LongRunning,
        })
        {
            s.Do($"{options}", () => Ended(first.ContinueWith(_ => 5, options)));
        }
    });

    [Test]
    public void Continued_on_conditions() => Script.Compare(s =>
    {
        var order = "";
        var source = new TaskCompletionSource<int>();
        var refused = source.Task.ContinueWith(_ =>
            order += "a", TaskContinuationOptions.OnlyOnFaulted);
        var after = refused.ContinueWith(t =>
            order += t.Status, TaskContinuationOptions.ExecuteSynchronously);
        s.Do("before", () => $"{refused.Status} {refused.IsCompleted}");
        source.SetResult(1);
        s.Do("at once", () => $"{refused.Status} {order}");
        s.Do("its end", () => refused.Wait());
        s.Do("after", () => after.Result);
        s.Do("both and none", () => source.Task.ContinueWith(_ => 1,
            TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.OnlyOnFaulted));
        s.Do("state", () => source.Task.ContinueWith((t, x) => $"{t.Result}{x}", "x").Result);
        s.Do("AsyncState", () =>
        {
            var stated = source.Task.ContinueWith((_, _) => { }, "x");
            stated.Wait();
            return stated.AsyncState;
        });
        s.Do("a failure", () => source.Task.ContinueWith(_ => throw new IOException()).Wait());
        s.Do("null", () => source.Task.ContinueWith((Action<Task>)null!));
        s.Do("no scheduler", () => source.Task.ContinueWith(_ => { }, (TaskScheduler)null!));
    });

    [Test]
    public void Continued_with_a_token() => Script.Compare(s =>
    {
        var source = new TaskCompletionSource<int>();
        var canceller = new CancellationTokenSource();
        var next = source.Task.ContinueWith(t => t.Result, canceller.Token);
        var after = next.ContinueWith(t => t.Status, TaskContinuationOptions.ExecuteSynchronously);
        s.Do("before", () => next.IsCompleted);
        canceller.Cancel();
        s.Do("at once", () => $"{next.Status} {after.Result}");
        s.Do("its end", () => next.Wait());
        source.SetResult(1);
        s.Do("no more", () => next.Status);
        s.Do("too late", () => source.Task.ContinueWith(t => t.Result, canceller.Token).Status);
        s.Do("cancelled", () => source.Task.ContinueWith(t => t.Result, s_cancelled).Status);
        var other = new CancellationTokenSource();
        var runs = source.Task.ContinueWith(t => t.Result, other.Token);
        s.Do("in time", () => runs.Result);
        other.Cancel();
        s.Do("stays", () => runs.Status);
    });

    [Test]
    public void Unwrapped() => Script.Compare(s =>
    {
        s.Do("of async", () => Task.Factory.StartNew(async () =>
        {
            await Task.Yield();
            return 3;
        }).Unwrap().Result);
        s.Do("complete", () => Task.FromResult(Task.FromResult(4)).Unwrap().Result);
        s.Do("of nothing", () => Ended(Task.FromResult((Task)null!).Unwrap()));
        s.Do("a failure outside", () =>
            Names(Looked(Task.FromException<Task>(new IOException("o")).Unwrap())));
        s.Do("a failure inside", () =>
            Names(Looked(Task.FromResult(Task.FromException(new IOException("i"))).Unwrap())));
        s.Do("cancelled outside", () => Ended(Task.FromCanceled<Task>(s_cancelled).Unwrap()));
        s.Do("cancelled inside", () =>
            Ended(Task.FromResult(Task.FromCanceled(s_cancelled)).Unwrap()));
        var inner = new TaskCompletionSource<int>();
        var outer = new TaskCompletionSource<Task<int>>();
        var both = outer.Task.Unwrap();
        outer.SetResult(inner.Task);
        s.Do("outer", () => both.IsCompleted);
        inner.SetResult(5);
        s.Do("inner", () => both.IsCompleted);
        s.Do("result", () => both.Result);
        s.Do("null", () => ((Task<Task>)null!).Unwrap());
    });

    [Test]
    public void Each_as_it_is_complete() => Script.Compare(s =>
    {
        var (one, two) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        s.Do("in order", () =>
        {
            var each = Task.WhenEach(one.Task, two.Task, Task.FromResult(0)).GetAsyncEnumerator();
            var seen = $"{each.MoveNextAsync().AsTask().Result}{each.Current.Result}";
            var pending = each.MoveNextAsync();
            seen += pending.IsCompleted;
            two.SetResult(2);
            seen += $"{pending.AsTask().Result}{each.Current.Result}";
            one.SetResult(1);
            seen += $"{each.MoveNextAsync().AsTask().Result}{each.Current.Result}";
            return seen + each.MoveNextAsync().AsTask().Result;
        });
        s.Do("none",
            () => Task.WhenEach(Array.Empty<Task>()).GetAsyncEnumerator().MoveNextAsync().AsTask().Result);
        s.Do("twice the same", () => Count(Task.WhenEach(one.Task, one.Task)));
        var all = Task.WhenEach(one.Task, two.Task);
        s.Do("gone through", () => Count(all));
        s.Do("gone through again", () => Count(all));
        s.Do("null", () => Task.WhenEach((Task[])null!));
        s.Do("[null]", () => Task.WhenEach([null!, one.Task]));
        s.Do("cancelled", () => Task.WhenEach(one.Task).GetAsyncEnumerator(s_cancelled)
            .MoveNextAsync().AsTask().GetAwaiter().GetResult());
    });

    [Test]
    public void All_of_a_sequence() => Script.Compare(s =>
    {
        IEnumerable<Task> tasks = new List<Task> { Task.FromResult(1), Task.Run(() => { }) };
        s.Do("WaitAll", () => Task.WaitAll(tasks, CancellationToken.None));
        s.Do("cancelled", () =>
            Task.WaitAll(new List<Task> { new TaskCompletionSource().Task }, s_cancelled));
        s.Do("null", () => Task.WaitAll((IEnumerable<Task>)null!, default));
        var (a, b) = (Task.Run(() => { }), Task.Run(() => { }));
        s.Do("ids", () => $"{a.Id == a.Id} {a.Id == b.Id} {a.Id > 0}");
        Task.WaitAll(a, b);
    });

    private static int Count<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        var each = items.GetAsyncEnumerator();
        while (each.MoveNextAsync().AsTask().Result) count++;
        return count;
    }

    private static string Ended(Task task)
    {
        try
        {
            task.Wait();
            return $"{task.Status}";
        }
        catch (AggregateException exception)
        {
            return $"{task.Status} {exception.InnerException!.GetType().Name}";
        }
    }

    private static Task Looked(Task task)
    {
        _ = Ended(task);
        return task;
    }

    private static string Names(Task task) =>
        string.Join(' ', task.Exception!.InnerExceptions.Select(e =>
            $"{e.GetType().Name} {e.Message}"));
}
