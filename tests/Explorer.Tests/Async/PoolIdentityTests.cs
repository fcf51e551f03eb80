using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>
/// .NET doesn't promise which thread of the pool runs which work: it may be one that has run other
/// work, or another.
/// </summary>
public class PoolIdentityTests
{
    [ThreadStatic]
    private static int s_left;

    private static IEnumerable<TestCaseData> Undecided()
    {
        yield return Case("tasks, one after the other", async () =>
        {
            var first = await Task.Run(() => Environment.CurrentManagedThreadId);
            return first == await Task.Run(() => Environment.CurrentManagedThreadId);
        });
        yield return Case("tasks at once", async () =>
        {
            var ids = await Task.WhenAll(
                Task.Run(() => Environment.CurrentManagedThreadId),
                Task.Run(() => Environment.CurrentManagedThreadId));
            return ids[0] == ids[1];
        });
        yield return Case("work items", async () =>
        {
            var (threads, both) = (new Thread?[2], new CountdownEvent(2));
            for (var i = 0; i < 2; i++)
            {
                ThreadPool.QueueUserWorkItem(index =>
                {
                    threads[index] = Thread.CurrentThread;
                    both.Signal();
                }, i, false);
            }
            await Task.Run(both.Wait);
            return threads[0] == threads[1];
        });
        yield return Case("an await that gives way", () => Task.Run(async () =>
        {
            var before = Thread.CurrentThread;
            await Task.Yield();
            return before == Thread.CurrentThread;
        }));
        yield return Case("an await of a task that has run elsewhere", async () =>
        {
            var there = await Task.Run(() => Environment.CurrentManagedThreadId);
            return there == Environment.CurrentManagedThreadId;
        });
        yield return Case("a [ThreadStatic] that is left over", async () =>
        {
            await Task.Run(() => s_left = 1);
            return await Task.Run(() => s_left) == 1;
        });
        yield return Case("a ThreadLocal that is left over", async () =>
        {
            var local = new ThreadLocal<int>();
            await Task.Run(() => local.Value = 1);
            return await Task.Run(() => local.IsValueCreated);
        });
        yield return Case("the number of a ThreadLocal's values", async () =>
        {
            var local = new ThreadLocal<int>(() => 0, true);
            await Task.WhenAll(Task.Run(() => local.Value++), Task.Run(() => local.Value++));
            return local.Values.Count == 1;
        });
        yield return Case("a lock that is left behind", async () =>
        {
            var gate = new object();
            await Task.Run(() => Monitor.Enter(gate));
            return await Task.Run(() => Monitor.TryEnter(gate));
        });
        yield return Case("a lock over an await", () => Task.Run(async () =>
        {
            var gate = new object();
            Monitor.Enter(gate);
            await Task.Yield();
            return Monitor.IsEntered(gate);
        }));
        yield return Case("the first thread again, and another between", async () =>
        {
            var ids = new int[3];
            for (var i = 0; i < 3; i++)
                ids[i] = await Task.Run(() => Environment.CurrentManagedThreadId);
            return ids[0] == ids[2] && ids[0] != ids[1];
        });
        yield return Case("a wait that runs the task", () => Task.Run(() =>
        {
            var there = Task.Run(() => Environment.CurrentManagedThreadId).Result;
            return there == Environment.CurrentManagedThreadId;
        }));
        yield return Case("a wait under a lock", () => Task.Run(() =>
        {
            var gate = new object();
            lock (gate)
            {
                var entered = Task.Run(() => Entered(gate));
                Task.WaitAll(entered);
                return entered.Result;
            }
        }));
        yield return Case("a result under a [ThreadStatic]", () => Task.Run(() =>
        {
            s_left = 2;
            return Task.Run(() => s_left).Result == 2;
        }));
    }

    [TestCaseSource(nameof(Undecided))]
    public void It_may_be_the_same_thread(Func<Task<bool>> isSame) => Fails(isSame, false);

    [TestCaseSource(nameof(Undecided))]
    public void It_may_be_another(Func<Task<bool>> isSame) => Fails(isSame, true);

    private static void Fails(Func<Task<bool>> isSame, bool expected)
    {
        Func<Task> program = async () => AsyncPrograms.Check(await isSame() == expected);
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        var again = Explorer.Replay(Schedule.Parse(verdict.Schedule!.ToString()), program);
        again.Failure.ShouldNotBeNull(again.ToString());
        again.Failure.Kind.ShouldBe(FailureKind.Assertion, again.ToString());
    }

    private static IEnumerable<TestCaseData> Decided()
    {
        yield return Case("work that meets", async () =>
        {
            var meeting = new Barrier(2);
            int Met()
            {
                meeting.SignalAndWait();
                return Environment.CurrentManagedThreadId;
            }
            var ids = await Task.WhenAll(Task.Run(Met), Task.Run(Met));
            return ids[0] != ids[1];
        });
        yield return Case("one piece of work", () => Task.Run(() =>
        {
            var before = Environment.CurrentManagedThreadId;
            lock (new object()) s_left = 3;
            return before == Environment.CurrentManagedThreadId && s_left == 3;
        }));
        yield return Case("work that sets what it reads", async () =>
        {
            await Task.Run(() => s_left = 1);
            return await Task.Run(() => { s_left = 0; return ++s_left; }) == 1;
        });
        yield return Case("an await that has nothing to wait for", async () =>
        {
            var done = Task.Run(() => { });
            done.Wait();
            var before = Environment.CurrentManagedThreadId;
            await done;
            return before == Environment.CurrentManagedThreadId;
        });
        yield return Case("work of its own thread", async () =>
        {
            var isOfPool = await Task.Factory.StartNew(
                () => Thread.CurrentThread.IsThreadPoolThread, TaskCreationOptions.LongRunning);
            return !isOfPool && await Task.Run(() => Thread.CurrentThread.IsThreadPoolThread);
        });
        yield return Case("a wait that is no thread of the pool's", () =>
        {
            var gate = new object();
            lock (gate) return Task.FromResult(!Task.Run(() => Entered(gate)).Result);
        });
        yield return Case("a wait for a task with a thread of its own", () => Task.Run(() =>
        {
            var gate = new object();
            lock (gate)
            {
                return !Task.Factory.StartNew(
                    () => Entered(gate), TaskCreationOptions.LongRunning).Result;
            }
        }));
        yield return Case("a wait that runs what nobody can tell", () => Task.Run(() =>
        {
            var count = 0;
            lock (new object()) Task.Run(() => Interlocked.Increment(ref count)).Wait();
            return count == 1;
        }));
        yield return Case("a failure that a wait runs into", () => Task.Run(() =>
        {
            lock (new object())
            {
                var failing = Task.Run(() => throw new FormatException());
                var thrown = Assert.Throws<AggregateException>(failing.Wait);
                return thrown.InnerException is FormatException;
            }
        }));
        yield return Case("an iterator", async () =>
        {
            IEnumerable<int> Two()
            {
                yield return 1;
                yield return 2;
            }
            var two = Two();
            var sums = await Task.WhenAll(Task.Run(two.Sum), Task.Run(two.Sum));
            return sums.Sum() == 6;
        });
    }

    [TestCaseSource(nameof(Decided))]
    public void What_is_promised_holds(Func<Task<bool>> isSo)
    {
        var verdict = Explorer.Explore(async () => AsyncPrograms.Check(await isSo()));
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Who_does_not_ask_pays_nothing()
    {
        Explorer.Explore(Program(static () => 0)).Executions.ShouldBe(1);
        Explorer.Explore(Program(static () => Environment.CurrentManagedThreadId))
            .Executions.ShouldBeGreaterThan(1);

        static Func<Task> Program(Func<int> ask) =>
            () => Task.WhenAll(Task.Run(ask), Task.Run(ask));
    }

    [Test]
    public void The_report_tells_that_a_thread_has_run_other_work()
    {
        var verdict = Explorer.Explore(async () =>
        {
            await Task.Run(() => s_left = 1);
            AsyncPrograms.Check(await Task.Run(() => s_left) == 0);
        });
        TestContext.Out.WriteLine(verdict);
        verdict.ToString().ShouldContain("a thread of the pool that has run other work");
    }

    private static bool Entered(object gate)
    {
        if (!Monitor.TryEnter(gate)) return false;
        Monitor.Exit(gate);
        return true;
    }

    private static TestCaseData Case(string name, Func<Task<bool>> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
