using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>
/// A program that goes on beyond a limit may end later: that is never a failure, and never a proof. The
/// limit in the message is the one in force.
/// </summary>
public class LimitTests
{
    [Test]
    public void A_loop_that_would_end_later_is_unfinished()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new Lock();
            var count = 0;
            Threads.Run(2, _ => { for (var i = 0; i < 6_000; i++) lock (gate) count++; });
        });

        ShouldBeUnfinished(verdict, "the loop at LimitTests.cs:", "had not ended after 5,000 steps");
        verdict.BoundAdvice.ShouldNotBeNull();
    }

    [Test]
    public void A_loop_that_fills_a_static_list_is_unfinished()
    {
        var verdict = Explorer.Explore(() => Threads.Run(2, _ =>
        {
            while (true) lock (Kept.Items) Kept.Items.Add(1);
        }));

        ShouldBeUnfinished(verdict, "the loop at LimitTests.cs:", "had not ended after 5,000 steps");
    }

    [Test]
    public void A_loop_without_an_event_is_unfinished_after_its_own_limit()
    {
        var verdict = Explorer.Explore(
            () => Threads.Run(() => { var sum = 0; for (var i = 0; i >= 0; i++) sum += i; Use(sum); }),
            new() { SilentRounds = 70_000 });

        ShouldBeUnfinished(verdict, "the loop at LimitTests.cs:", "had not ended after 70,000 rounds (worker A)");
    }

    [Test]
    public void Three_million_rounds_that_touch_nothing_shared_are_proved()
    {
        var verdict = Explorer.Explore(() => Threads.Run(() =>
        {
            var sum = 0;
            for (var i = 0; i < 3_000_000; i++) sum += i & 1;
            Use(sum);
        }));

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_data_race_is_the_verdict_and_the_loop_is_named_beside_it()
    {
        var failure = Explorer.Explore(() =>
        {
            var cell = new Cell();
            Threads.Run(2, _ => { while (true) cell.N++; });
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.DataRace);
        failure.NotEnded!.ShouldStartWith("the loop at LimitTests.cs:");
        failure.NotEnded.ShouldContain("had not ended after 5,000 steps");
        failure.Steps.Count.ShouldBeLessThan(50);
    }

    [Test]
    public void A_data_race_is_the_verdict_beside_calls_that_never_end()
    {
        var failure = Explorer.Explore(() =>
        {
            var cell = new Cell();
            Threads.Run(2, _ => cell.Increment());
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.DataRace);
        failure.NotEnded!.ShouldStartWith("the calls of Cell.Increment at LimitTests.cs:");
    }

    [Test]
    public void Some_interleaving_is_asked_for_and_the_loop_is_named()
    {
        var verdict = Explorer.ExploreSome(() =>
        {
            var gate = new Lock();
            var cell = new Cell();
            Threads.Run(2, _ => { while (true) lock (gate) cell.N++; });
        });

        ShouldBeUnfinished(verdict, "the loop at LimitTests.cs:", "had not ended after 5,000 steps");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Deep_recursion_that_ends_is_proved(bool isCaught)
    {
        var verdict = Explorer.Explore(() =>
            Threads.Run(2, _ => Use(isCaught ? Caught(2_000) : Down(9_000))));

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void The_calls_that_may_be_nested_are_counted()
    {
        Action program = () => Threads.Run(() => Use(Down(300)));

        Explorer.Explore(program, new() { NestedCalls = 400 }).Outcome.ShouldBe(Outcome.Proved);
        ShouldBeUnfinished(Explorer.Explore(program, new() { NestedCalls = 200 }),
            "the calls of LimitTests.Down at LimitTests.cs:", "after 200 calls one inside the other (worker A)");
    }

    [Test]
    public void Of_methods_that_call_each_other_the_first_is_named()
    {
        var failure = Explorer.Explore(() => Threads.Run(() => Use(Outside()))).Failure!;

        failure.Kind.ShouldBe(FailureKind.EndlessRecursion);
        failure.Site!.Value.Member.ShouldBe("LimitTests.Ping");
    }

    [Test]
    public void Calls_that_exceptions_leave_are_not_counted_any_more()
    {
        var verdict = Explorer.Explore(() =>
        {
            var caught = 0;
            for (var i = 0; i < 500; i++)
            {
                try
                {
                    Throws(50);
                }
                catch (InvalidOperationException)
                {
                    caught++;
                }
            }
            Use(caught);
        }, new() { NestedCalls = 100 });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Calls_that_a_library_has_caught_an_exception_of_are_not_counted_any_more()
    {
        var verdict = Explorer.Explore(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                var list = new List<int> { 2, 1 };
                try
                {
                    list.Sort((_, _) => Throws(50));
                }
                catch (InvalidOperationException)
                {
                }
            }
        }, new() { NestedCalls = 200 });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_query_of_many_queries_is_unfinished()
    {
        var verdict = Explorer.Explore(() =>
        {
            IEnumerable<int> query = [1, 2, 3];
            for (var i = 0; i < 3_000; i++) query = query.Select(n => n + 1);
            Use(query.Sum());
        });

        ShouldBeUnfinished(verdict, "a query at LimitTests.cs:", "is built on 250 others");
    }

    [Test]
    public void A_query_of_some_queries_is_proved()
    {
        var verdict = Explorer.Explore(() =>
        {
            IEnumerable<int> query = [1, 2, 3];
            for (var i = 0; i < 50; i++) query = query.Select(n => n + 1);
            Use(query.Sum());
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Arrays_that_fill_the_memory_are_unfinished_and_the_limit_is_named()
    {
        var verdict = Explorer.Explore(() =>
        {
            List<byte[]> kept = [];
            for (var i = 0; i < 40; i++) kept.Add(new byte[10_000_000]);
            Use(kept.Count);
        }, new() { Memory = 100 << 20 });

        ShouldBeUnfinished(verdict, "the memory is full at LimitTests.cs:", "more than 100 MB");
    }

    [Test]
    public void A_stackalloc_gives_back_what_it_took_when_its_method_returns()
    {
        var verdict = Explorer.Explore(() => { for (var i = 0; i < 3_000; i++) Use(Taken(1_000)); });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static void ShouldBeUnfinished(Verdict verdict, string start, string part)
    {
        verdict.Outcome.ShouldBe(Outcome.Unfinished, verdict.ToString());
        verdict.BoundReached!.ShouldStartWith(start);
        verdict.BoundReached.ShouldContain(part);
    }

    private static int Down(int depth) => depth == 0 ? 0 : Down(depth - 1) + 1;

    private static int Caught(int depth)
    {
        try
        {
            return depth == 0 ? 0 : Caught(depth - 1) + 1;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static int Throws(int depth) =>
        depth == 0 ? throw new InvalidOperationException() : Throws(depth - 1);

    private static int Outside() => Ping(0);

    private static int Ping(int n) => Pong(n + 1) + 1;

    private static int Pong(int n) => Ping(n + 1) + 1;

    private static unsafe int Taken(int bytes)
    {
        var taken = stackalloc byte[bytes];
        taken[0] = 1;
        return taken[0];
    }

    private static int s_used;

    /// <summary>A static initializer made the list, so no operation did.</summary>
    private static class Kept
    {
        internal static readonly List<int> Items = [];
    }

    private static void Use(int value) => Volatile.Write(ref s_used, value);

    private sealed class Cell
    {
        public int N;

        public void Increment()
        {
            N++;
            Increment();
        }
    }
}
