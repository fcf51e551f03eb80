using Interleavings;
using Katas.CooperativeCounter;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(15, "CooperativeCounter", "katas/15-CooperativeCounter/Cooperative.cs")]
public class Kata15_CooperativeCounter
{
    [Test]
    public void An_await_between_read_and_write_loses_an_update()
    {
        var taken = TakenTurns.Of(Turns.LosesAnUpdate);

        if (taken.Value != 1)
            Assert.Fail($"""
                LosesAnUpdate is to lose an increment: it is to end at 1, not at {taken.Value}.
                With the turns "{Turns.LosesAnUpdate}":

                {taken.Lines}

                None is lost: who came second read what the first had written.
                """);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void After_an_await_the_work_is_on_the_thread_that_called_Run()
    {
        var here = Environment.CurrentManagedThreadId;
        var then = 0;

        EventLoop.Run(async () =>
        {
            await Task.Yield();
            then = Environment.CurrentManagedThreadId;
        });

        then.ShouldBe(here, "the work went on on another thread, or not at all");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Between_two_awaits_nobody_comes_in_between()
    {
        var count = 0;

        EventLoop.Run(() => Task.WhenAll(Twice(), Twice()));

        count.ShouldBe(4, "an update was lost, or a piece of the work was not run");

        async Task Twice()
        {
            count++;
            await Task.Yield();
            count++;
        }
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void What_other_threads_post_runs_on_the_loop()
    {
        var count = 0;

        EventLoop.Run(() => Task.WhenAll(One(), One()));

        count.ShouldBe(2, "an update was lost, or a piece of the work was not run");

        async Task One()
        {
            await Task.Run(() => { });
            count++;
        }
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Work_that_ends_on_another_thread_lets_Run_return()
    {
        var count = 0;

        EventLoop.Run(async () =>
        {
            await Task.Run(() => { }).ConfigureAwait(false);
            Interlocked.Increment(ref count);
        });

        count.ShouldBe(1, "Run returned before the work had ended");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Pieces_run_in_the_order_in_which_they_were_posted()
    {
        var order = "";

        EventLoop.Run(async () =>
        {
            var loop = SynchronizationContext.Current!;
            foreach (var letter in new[] { "a", "b", "c" })
                loop.Post(_ => order += letter, null);
            await Task.Yield();
        });

        order.ShouldBe("abc", "a piece ran before one that had been posted earlier");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_loop_can_run_inside_a_piece_of_another()
    {
        var order = "";

        EventLoop.Run(async () =>
        {
            await Task.Yield();
            EventLoop.Run(async () =>
            {
                await Task.Yield();
                order += "inner ";
            });
            await Task.Yield();
            order += "outer";
        });

        order.ShouldBe("inner outer", "a piece was not run, or not in its loop");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void After_Run_the_caller_has_its_own_context_back()
    {
        var own = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(own);

        EventLoop.Run(() => Task.CompletedTask);
        var afterwards = SynchronizationContext.Current;
        try
        {
            EventLoop.Run(() => throw new Mistake());
        }
        catch (Mistake)
        {
        }

        afterwards.ShouldBeSameAs(own, "Run has left its caller on another context");
        SynchronizationContext.Current.ShouldBeSameAs(
            own, "Run has thrown, and left its caller on another context");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void What_goes_wrong_reaches_the_caller_who_is_then_off_the_loop()
    {
        var isTold = false;
        try
        {
            EventLoop.Run(async () =>
            {
                await Task.Yield();
                throw new Mistake();
            });
        }
        catch (Mistake)
        {
            isTold = true;
        }

        isTold.ShouldBeTrue("the caller never heard what went wrong in the work");
        (SynchronizationContext.Current is EventLoop).ShouldBeFalse(
            "Run has returned, but its loop is still the current context");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void On_the_loop_the_counter_loses_no_update()
    {
        var counter = new Counter();

        EventLoop.Run(() => Task.WhenAll(counter.IncrementAsync(), counter.IncrementAsync()));

        counter.Value.ShouldBe(2, "two increments, and one is lost");
        new Counter().Value.ShouldBe(0, "each counter has a count of its own");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_counter_lets_the_others_have_a_turn()
    {
        var gaveWay = false;

        EventLoop.Run(async () =>
        {
            var increment = new Counter().IncrementAsync();
            gaveWay = !increment.IsCompleted;
            await increment;
        });

        gaveWay.ShouldBeTrue("IncrementAsync kept the turn to its end: nobody else had one");
    }

    /// <summary>
    /// Of two calls, the first is never continued after its await. If the second can't end then, the first
    /// holds something that acts as a lock.
    /// </summary>
    [Test]
    public void A_call_that_waits_keeps_no_other_from_counting()
    {
        var verdict = Explorer.Explore(() =>
        {
            var counter = new Counter();
            SynchronizationContext.SetSynchronizationContext(new Nowhere());
            _ = counter.IncrementAsync();
            SynchronizationContext.SetSynchronizationContext(null);

            EventLoop.Run(counter.IncrementAsync);
        }, new() { LeftRunning = LeftRunning.Allowed }, GetType().Assembly);

        if (verdict.Failure is { Kind: FailureKind.Deadlock })
            Assert.Fail("""
                Right, but not yet as this kata means it: while one call of IncrementAsync waits, it keeps
                  all others out, as a lock would. Here no lock is needed: between two awaits nobody
                  comes in between. So read and write the count without an await between them.
                """);
        else if (verdict.Outcome != Outcome.Proved)
            Assert.Fail($"{verdict}");
    }

    /// <summary>What is posted here is never run.</summary>
    sealed class Nowhere : SynchronizationContext
    {
        public override void Post(SendOrPostCallback piece, object? state)
        {
        }
    }

    /// <summary>No attempt can know it.</summary>
    sealed class Mistake() : Exception("made on purpose");
}
