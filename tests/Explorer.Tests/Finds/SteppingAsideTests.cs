using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Operations that try, let go and begin again: a livelock if they can do so for ever.</summary>
public class SteppingAsideTests
{
    private static IEnumerable<TestCaseData> ForEver()
    {
        yield return Case("two locks, the second only tried", TwoLocks(rounds: int.MaxValue));
        yield return Case("two semaphores, the second only tried", () =>
        {
            var (left, right) = (new SemaphoreSlim(1), new SemaphoreSlim(1));
            Threads.Run(() => Both(left, right), () => Both(right, left));

            static void Both(SemaphoreSlim first, SemaphoreSlim second)
            {
                for (;;)
                {
                    first.Wait();
                    var hasBoth = second.Wait(0);
                    if (hasBoth) second.Release();
                    first.Release();
                    if (hasBoth) return;
                }
            }
        });
        yield return Case("each withdraws its wish when it sees the other's", AfterYou(insists: false));
        yield return Case("each takes its mark back when it sees the other's", () =>
        {
            var (one, other) = (0, 0);
            Threads.Run(() => Mark(ref one, ref other), () => Mark(ref other, ref one));

            static void Mark(ref int mine, ref int theirs)
            {
                while (true)
                {
                    Interlocked.Exchange(ref mine, 1);
                    var isFree = Interlocked.CompareExchange(ref theirs, 0, 0) == 0;
                    Interlocked.Exchange(ref mine, 0);
                    if (isFree) return;
                }
            }
        });
        yield return Case("the same in tasks that yield", () =>
        {
            var (left, right) = (new SemaphoreSlim(1), new SemaphoreSlim(1));
            Task.WhenAll(Task.Run(() => Both(left, right)), Task.Run(() => Both(right, left))).Wait();

            static async Task Both(SemaphoreSlim first, SemaphoreSlim second)
            {
                while (true)
                {
                    await first.WaitAsync();
                    try
                    {
                        if (await second.WaitAsync(0))
                        {
                            second.Release();
                            return;
                        }
                    }
                    finally
                    {
                        first.Release();
                    }
                    await Task.Yield();
                }
            }
        });
    }

    [TestCaseSource(nameof(ForEver))]
    public void Is_a_livelock_that_its_schedule_shows_again(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure?.Kind.ShouldBe(FailureKind.Livelock, verdict.ToString());
        verdict.Failure!.RepeatsFrom.ShouldNotBeNull();
        var schedule = Schedule.Parse(verdict.Schedule!.ToString());
        schedule.ShouldBe(verdict.Schedule);
        var again = Explorer.Replay(schedule, program);
        again.Failure?.Kind.ShouldBe(FailureKind.Livelock, again.ToString());
        (again.Failure!.Steps.Count - again.Failure.RepeatsFrom).ShouldBe(
            verdict.Failure.Steps.Count - verdict.Failure.RepeatsFrom);
    }

    private static IEnumerable<TestCaseData> NotForEver()
    {
        yield return Case("both give up after a while", TwoLocks(rounds: 2));
        yield return Case("one of them insists", AfterYou(insists: true));
        yield return Case("only one of them lets go", () =>
        {
            var (left, right) = (new object(), new object());
            Threads.Run(
                () =>
                {
                    while (!TryBoth(left, right))
                    {
                    }
                },
                () =>
                {
                    lock (right)
                        lock (left)
                        {
                        }
                });
        });
        yield return Case("one lock, tried for a while each time", () =>
        {
            var (gate, count) = (new object(), 0);
            Threads.Run(Add, Add);
            count.ShouldBe(2);

            void Add()
            {
                while (!Monitor.TryEnter(gate, 10))
                {
                }
                count++;
                Monitor.Exit(gate);
            }
        });
    }

    [TestCaseSource(nameof(NotForEver))]
    public void Is_proved_where_they_cannot(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void What_counts_its_rounds_is_no_livelock_of_which_the_state_comes_again()
    {
        var verdict = Explorer.Explore(TwoLocks(rounds: 10_000));

        verdict.Failure?.Kind.ShouldNotBe(FailureKind.Livelock, verdict.ToString());
        verdict.Outcome.ShouldNotBe(Outcome.Proved);
    }

    private static Action TwoLocks(int rounds) => () =>
    {
        var (left, right) = (new object(), new object());
        Threads.Run(() => Both(left, right), () => Both(right, left));

        void Both(object first, object second)
        {
            if (rounds == int.MaxValue)
            {
                while (!TryBoth(first, second))
                {
                }
                return;
            }
            for (var i = 0; i < rounds; i++)
            {
                if (TryBoth(first, second)) return;
            }
        }
    };

    private static bool TryBoth(object first, object second)
    {
        lock (first)
        {
            if (!Monitor.TryEnter(second)) return false;
            Monitor.Exit(second);
            return true;
        }
    }

    private static Action AfterYou(bool insists) => () =>
    {
        var wishes = new int[2];
        Threads.Run(() => Pass(0, false), () => Pass(1, insists));

        void Pass(int mine, bool waits)
        {
            var theirs = 1 - mine;
            Volatile.Write(ref wishes[mine], 1);
            while (Volatile.Read(ref wishes[theirs]) == 1)
            {
                if (waits) continue;
                Volatile.Write(ref wishes[mine], 0);
                while (insists && Volatile.Read(ref wishes[theirs]) == 1) Thread.Yield();
                Volatile.Write(ref wishes[mine], 1);
            }
            Volatile.Write(ref wishes[mine], 0);
        }
    };

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetName(name);
}
