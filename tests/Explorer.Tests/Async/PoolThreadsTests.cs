using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>A pool with a number of threads: what blocks keeps one.</summary>
public class PoolThreadsTests
{
    private static IEnumerable<TestCaseData> Starving()
    {
        yield return Case("tasks that wait for tasks", 2, () =>
        {
            Task Outer() => Task.Run(() => Task.Factory.StartNew(
                () => { }, TaskCreationOptions.PreferFairness).Wait());
            return Task.WhenAll(Outer(), Outer());
        });
        yield return Case("sync over async", 1, () => Task.Run(() =>
        {
            async Task<int> Later()
            {
                await Task.Yield();
                return 1;
            }
            return Later().Result;
        }));
        yield return Case("a gate that queued work opens", 1, () =>
        {
            var gate = new ManualResetEventSlim();
            return Task.WhenAll(Task.Run(gate.Wait), Task.Run(gate.Set));
        });
        yield return Case("work items", 1, () =>
        {
            var (gate, both) = (new SemaphoreSlim(0), new CountdownEvent(2));
            ThreadPool.QueueUserWorkItem(_ => { gate.Wait(); both.Signal(); });
            ThreadPool.QueueUserWorkItem(_ => { gate.Release(); both.Signal(); });
            both.Wait();
            return Task.CompletedTask;
        });
        yield return Case("the rest of an async method", 1, async () =>
        {
            var ready = new TaskCompletionSource(
                TaskCreationOptions.RunContinuationsAsynchronously);
            async Task Rest(ManualResetEventSlim gate)
            {
                await ready.Task;
                gate.Set();
            }
            using var gate = new ManualResetEventSlim();
            var rest = Rest(gate);
            var blocked = Task.Run(gate.Wait);
            ready.SetResult();
            await Task.WhenAll(rest, blocked);
        });
        yield return Case("a timer's callback", 1, () =>
        {
            var gate = new ManualResetEventSlim();
            var blocked = Task.Run(gate.Wait);
            var timer = new Timer(_ => gate.Set(), null, 10, Timeout.Infinite);
            return blocked;
        });
    }

    [TestCaseSource(nameof(Starving))]
    public void Blocked_threads_starve_what_is_queued(int threads, Func<Task> program)
    {
        var verdict = Explorer.Explore(program, new() { PoolThreads = threads });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.ThreadPoolStarvation, verdict.ToString());
        var replayed = Explorer.Replay(
            verdict.Schedule!, program, bounds: new() { PoolThreads = threads });
        replayed.Failure!.Kind.ShouldBe(FailureKind.ThreadPoolStarvation);
    }

    [TestCaseSource(nameof(Starving))]
    public void One_thread_more_or_as_many_as_it_needs_will_do(int threads, Func<Task> program)
    {
        foreach (var enough in (int[])[threads + 1, threads + 2, 0])
        {
            var verdict = Explorer.Explore(program, new() { PoolThreads = enough });
            verdict.Outcome.ShouldBe(Outcome.Proved, $"{enough}: {verdict}");
        }
    }

    private static IEnumerable<TestCaseData> Sparing()
    {
        yield return Case("tasks that wait for tasks of their own queue", 1, () =>
        {
            Task Outer() => Task.Run(() => Task.Run(() => { }).Wait());
            return Task.WhenAll(Outer(), Outer());
        });
        yield return Case("awaits", 1, () =>
        {
            async Task Outer() => await Task.Run(() => { });
            return Task.WhenAll(Task.Run(Outer), Task.Run(Outer));
        });
        yield return Case("a thread of its own", 1, () =>
        {
            var gate = new ManualResetEventSlim();
            var blocked = Task.Factory.StartNew(gate.Wait, TaskCreationOptions.LongRunning);
            return Task.WhenAll(blocked, Task.Run(gate.Set));
        });
        yield return Case("a Thread", 1, () =>
        {
            var gate = new ManualResetEventSlim();
            var blocked = new Thread(gate.Wait);
            blocked.Start();
            Task.Run(gate.Set).Wait();
            blocked.Join();
            return Task.CompletedTask;
        });
        yield return Case("a wait that has a limit", 1, () =>
        {
            var gate = new ManualResetEventSlim();
            return Task.WhenAll(Task.Run(() => gate.Wait(10)), Task.Run(gate.Set));
        });
        yield return Case("a task of an async method that the delegate returns", 1, () =>
        {
            var gate = new TaskCompletionSource();
            async Task Waits() => await gate.Task;
            return Task.WhenAll(Task.Run(() => Waits()), Task.Run(() => gate.SetResult()));
        });
        yield return Case("a semaphore that is awaited", 1, () =>
        {
            var gate = new SemaphoreSlim(0);
            async Task Enter() => await gate.WaitAsync();
            return Task.WhenAll(Task.Run(Enter), Task.Run(() => { gate.Release(); }));
        });
        yield return Case("a parallel loop, which runs on its caller as well", 1, () =>
        {
            Parallel.For(0, 3, _ => { });
            return Task.Run(() => Parallel.For(0, 3, _ => { }));
        });
        yield return Case("a loop that waits for what is queued", 1, () =>
        {
            var gate = new ManualResetEventSlim();
            var opens = Task.Run(gate.Set);
            Parallel.For(0, 3, new() { MaxDegreeOfParallelism = 2 }, i =>
            {
                if (i == 0) gate.Wait();
            });
            return opens;
        });
        yield return Case("ForEachAsync", 1, async () =>
        {
            var gate = new TaskCompletionSource();
            var first = 0;
            await Parallel.ForEachAsync([1, 2], new ParallelOptions { MaxDegreeOfParallelism = 2 },
                async (_, _) =>
                {
                    if (Interlocked.Exchange(ref first, 1) == 0) await gate.Task;
                    else gate.SetResult();
                });
        });
        yield return Case("a child that is attached", 1, () => Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => { }, TaskCreationOptions.AttachedToParent);
        }));
    }

    [TestCaseSource(nameof(Sparing))]
    public void What_keeps_no_thread_of_the_pool_starves_nothing(int threads, Func<Task> program)
    {
        var verdict = Explorer.Explore(program, new() { PoolThreads = threads });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.PoolThreads.ShouldBe(threads);
    }

    [Test]
    public void No_more_run_at_once_than_there_are_threads()
    {
        Func<Task> program = () =>
        {
            var (running, most) = (0, 0);
            void Work()
            {
                var now = Interlocked.Increment(ref running);
                if (now == 2) Interlocked.Exchange(ref most, 2);
                Interlocked.Decrement(ref running);
            }
            return Task.WhenAll(Task.Run(Work), Task.Run(Work)).ContinueWith(
                _ => AsyncPrograms.Check(Volatile.Read(ref most) < 2));
        };
        Explorer.Explore(program, new() { PoolThreads = 1 }).Outcome.ShouldBe(Outcome.Proved);
        Explorer.Explore(program, new() { PoolThreads = 2 }).Outcome.ShouldBe(Outcome.Broken);
    }

    /// <summary>Neither in the order in which they were queued, nor in the opposite one.</summary>
    [TestCase(1, 2), TestCase(2, 1)]
    public void Queued_work_comes_in_any_order(int first, int second)
    {
        var verdict = Explorer.Explore(() =>
        {
            var order = new List<int>();
            Task.WaitAll(Task.Run(() => order.Add(1)), Task.Run(() => order.Add(2)));
            AsyncPrograms.Check(order[0] != first || order[1] != second);
        }, new() { PoolThreads = 1 });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
    }

    [Test]
    public void A_task_is_complete_before_its_thread_runs_another()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (begun, known) = (0, new TaskCompletionSource<Task[]>());
            void Work()
            {
                var isSecond = Interlocked.Increment(ref begun) == 2;
                var tasks = known.Task.Result;
                if (isSecond) AsyncPrograms.Check(Array.Exists(tasks, task => task.IsCompleted));
            }
            Task[] both = [Task.Run(Work), Task.Run(Work)];
            known.SetResult(both);
            Task.WaitAll(both);
        }, new() { PoolThreads = 1 });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_cycle_of_locks_is_a_deadlock_whatever_is_queued()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (a, b) = (new object(), new object());
            Task Both(object first, object second) => Task.Run(() =>
            {
                lock (first) lock (second) { }
            });
            return Task.WhenAll(Both(a, b), Both(b, a), Task.Run(() => { }));
        }, new() { PoolThreads = 2 });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    [Test]
    public void The_report_names_each_call_that_blocks_and_what_is_queued()
    {
        var verdict = Explorer.Explore(() =>
        {
            using var gate = new ManualResetEventSlim();
            var blocked = Task.Run(gate.Wait);
            var opens = Task.Run(gate.Set);
            Task.WaitAll(blocked, opens);
        }, new() { PoolThreads = 1 });
        TestContext.Out.WriteLine(verdict);
        verdict.Failure!.Message.ShouldContain("PoolThreadsTests.cs");
        verdict.ToString().ShouldContain("thread-pool starvation");
        verdict.ToString().ShouldContain("LongRunning");
    }

    private static TestCaseData Case(string name, int threads, Func<Task> program) =>
        new TestCaseData(threads, program).SetArgDisplayNames(name);
}
