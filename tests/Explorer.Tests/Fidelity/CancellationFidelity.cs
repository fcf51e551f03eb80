using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class CancellationFidelity
{
    [Test]
    public void Cancelled_by_a_call() => Script.Compare(s =>
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        var order = "";
        token.Register(() => order += "a");
        var removed = token.Register(() => order += "b");
        token.Register(x => order += x, "c");
        token.UnsafeRegister((x, t) => order += $"{x}{t == token}", "d");
        s.Do("IsCancellationRequested", () => token.IsCancellationRequested);
        s.Do("CanBeCanceled", () => token.CanBeCanceled);
        s.Do("Unregister", () => removed.Unregister());
        s.Do("Unregister again", () => removed.Unregister());
        s.Do("Token", () => removed.Token == token);
        s.Do("Cancel", () => source.Cancel());
        s.Do("order", () => order);
        s.Do("Cancel again", () => source.Cancel());
        s.Do("order", () => order);
        s.Do("IsCancellationRequested", () => source.IsCancellationRequested);
        s.Do("Throw", () => token.ThrowIfCancellationRequested());
        s.Do("Register, late", () => { token.Register(() => order += "e"); return order; });
        s.Do("Register, late, throws", () => token.Register(() => throw new IOException()));
        s.Do("Register(null)", () => token.Register(null!));
        s.Do("None", () => CancellationToken.None.IsCancellationRequested);
        s.Do("None, Register", () => { CancellationToken.None.Register(() => order += "f"); return order; });
        s.Do("Dispose", () => source.Dispose());
        s.Do("Token", () => source.Token);
        s.Do("Cancel", () => source.Cancel());
        s.Do("CancelAfter", () => source.CancelAfter(1));
        s.Do("IsCancellationRequested", () => token.IsCancellationRequested);
    });

    [Test]
    public void Callbacks_that_throw() => Script.Compare(s =>
    {
        var order = "";
        var source = new CancellationTokenSource();
        source.Token.Register(() => { order += "a"; throw new IOException("a"); });
        source.Token.Register(() => { order += "b"; throw new ArgumentException("b"); });
        s.Do("Cancel", () => Inner(() => source.Cancel()));
        s.Do("order", () => order);
        var first = new CancellationTokenSource();
        first.Token.Register(() => order += "c");
        first.Token.Register(() => throw new ArgumentException("d"));
        s.Do("Cancel(true)", () => first.Cancel(true));
        s.Do("order", () => order);
        s.Do("Cancel again", () => first.Cancel());
        s.Do("order", () => order);
        var parent = new CancellationTokenSource();
        var child = CancellationTokenSource.CreateLinkedTokenSource(parent.Token, default);
        child.Token.Register(() => throw new IOException("e"));
        s.Do("Cancel, linked", () => Inner(() => parent.Cancel()));
        s.Do("linked", () => child.IsCancellationRequested);
    });

    [Test]
    public void Linked() => Script.Compare(s =>
    {
        var (one, two) = (new CancellationTokenSource(), new CancellationTokenSource());
        var both = CancellationTokenSource.CreateLinkedTokenSource(one.Token, two.Token);
        both.Cancel();
        s.Do("parent", () => one.IsCancellationRequested);
        var again = CancellationTokenSource.CreateLinkedTokenSource([one.Token, two.Token]);
        var disposed = CancellationTokenSource.CreateLinkedTokenSource(two.Token);
        disposed.Dispose();
        two.Cancel();
        s.Do("child", () => again.Token.IsCancellationRequested);
        s.Do("disposed", () => disposed.IsCancellationRequested);
        s.Do("late", () => CancellationTokenSource.CreateLinkedTokenSource(two.Token).IsCancellationRequested);
    });

    [Test]
    public void Waits_that_end() => Script.Compare(s =>
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        var semaphore = new SemaphoreSlim(1);
        var queue = new SemaphoreSlim(0);
        var gate = new ManualResetEventSlim();
        var never = new TaskCompletionSource();
        s.Do("Wait(token)", () => semaphore.Wait(token));
        s.Do("Wait(0, token)", () => semaphore.Wait(0, token));
        s.Do("Wait(1, token)", () => semaphore.Wait(1, token));
        s.Do("MRES.Wait(1, token)", () => gate.Wait(1, token));
        s.Do("Task.Wait(1, token)", () => never.Task.Wait(1, token));
        var delay = Task.Delay(-1, token);
        var permit = queue.WaitAsync(token);
        var next = permit.ContinueWith(_ => { });
        s.Do("before", () => $"{delay.Status} {permit.Status}");
        source.Cancel();
        s.Do("after", () => $"{delay.Status} {next.Wait(-1)} {permit.Status}");
        s.Do("Release", () => semaphore.Release());
        s.Do("count", () => semaphore.CurrentCount);
        s.Do("Wait(token)", () => semaphore.Wait(token));
        s.Do("Wait(0, token)", () => semaphore.Wait(0, token));
        gate.Set();
        s.Do("MRES.Wait(token)", () => gate.Wait(token));
        s.Do("Task.Wait(token)", () => never.Task.Wait(token));
        s.Do("WaitAll(token)", () => Task.WaitAll([never.Task], token));
        s.Do("WaitAny(token)", () => Task.WaitAny([never.Task], token));
        s.Do("Task.Wait(token), done", () => Task.CompletedTask.Wait(token));
        s.Do("Delay", () => Task.Delay(5, token).Status);
        s.Do("WaitAsync", () => queue.WaitAsync(token).Status);
        s.Do("Run", () => Task.Run(() => 1, token).ContinueWith(t => t.Status).Result);
        s.Do("Run async", () => Task.Run(async () => { await Task.Yield(); return 1; }, token).ContinueWith(t => t.Status).Result);
        s.Do("StartNew", () => Task.Factory.StartNew(() => 1, token).ContinueWith(t => t.Status).Result);
        s.Do("await", () => delay.GetAwaiter().GetResult());
    });

    [Test]
    public void Tasks_that_give_in() => Script.Compare(s =>
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        var own = Task.Run(() => { source.Cancel(); token.ThrowIfCancellationRequested(); }, token);
        s.Do("Wait", () => Inner(() => own.Wait()));
        s.Do("Status", () => own.Status);
        var others = Task.Run(() => token.ThrowIfCancellationRequested());
        s.Do("without its token", () => Inner(() => others.Wait()));
        s.Do("Status", () => others.Status);
        var async = Task.Run(async () => { await Task.Yield(); token.ThrowIfCancellationRequested(); });
        s.Do("async", () => Inner(() => async.Wait()));
        s.Do("Status", () => async.Status);
    });

    [Test]
    public void By_the_clock() => Script.Compare(s =>
    {
        s.Do("new(0)", () => new CancellationTokenSource(0).IsCancellationRequested);
        s.Do("new(-2)", () => new CancellationTokenSource(-2));
        var source = new CancellationTokenSource();
        s.Do("CancelAfter(-2)", () => source.CancelAfter(-2));
        source.CancelAfter(1);
        s.Do("in time", () => Task.Delay(-1, source.Token).Wait(-1));
        s.Do("then", () => source.IsCancellationRequested);
        var never = new CancellationTokenSource(TimeSpan.FromMilliseconds(-1));
        never.CancelAfter(Timeout.Infinite);
        s.Do("never", () => never.IsCancellationRequested);
        s.Do("CancelAsync", () => never.CancelAsync().Wait(-1));
        s.Do("done", () => never.IsCancellationRequested);
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
            return string.Join(' ', exception.InnerExceptions.Select(e =>
                e is AggregateException nested ? $"({nested.InnerExceptions[0].GetType().Name})" : e.GetType().Name));
        }
    }
}
