using Interleavings;
using Katas.AsyncGather;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(14, "AsyncGather", "katas/14-AsyncGather/Gather.cs")]
public class Kata14_AsyncGather
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task Three_fetches_are_under_way_at_once()
    {
        var meeting = new Meeting(3);

        await Gather.All(["a", "b", "c"], async (address, stop) =>
        {
            await meeting.Arrive();
            return address;
        });
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task The_pages_come_in_the_order_of_the_addresses()
    {
        var pages = await Gather.All(["a", "b"], async (address, stop) =>
        {
            await Task.Yield();
            return $"page {address}";
        });

        pages.ShouldBe(["page a", "page b"], "a page is missing, or in another's place");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task Each_page_is_fetched_once()
    {
        var times = new int[2];

        await Gather.All(["a", "b"], (address, stop) =>
        {
            Interlocked.Increment(ref times[address == "a" ? 0 : 1]);
            return Task.FromResult(address);
        });

        times.ShouldBe([1, 1], "a page was fetched again, or not at all");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task After_a_call_that_failed_the_next_one_is_not_told_to_stop()
    {
        await Ending.Of(Gather.All(["a"], (address, stop) => throw new Ending.Mistake(address)));

        var pages = await Gather.All(["b"], async (address, stop) =>
        {
            await Task.Yield();
            stop.ThrowIfCancellationRequested();
            return $"page {address}";
        });

        pages.ShouldBe(["page b"]);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task Of_two_calls_at_once_one_that_fails_does_not_stop_the_other()
    {
        var failing = Ending.Of(Gather.All(["a"], async (address, stop) =>
        {
            await Task.Yield();
            throw new Ending.Mistake(address);
        }));
        var isStopped = false;
        var other = Gather.All(["b"], async (address, stop) =>
        {
            await failing;
            isStopped = stop.IsCancellationRequested;
            return address;
        });

        (await other).ShouldBe(["b"]);
        isStopped.ShouldBeFalse("a fetch was told to stop because another call had failed");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task No_thread_is_blocked_while_a_page_is_on_its_way()
    {
        var bothUnderWay = new Meeting(2);
        var page = new TaskCompletionSource<string>();

        // The pages come when this call has returned and both are under way, and not before.
        var pages = Gather.All(["a", "b"], (address, stop) =>
        {
            _ = bothUnderWay.Arrive();
            return page.Task;
        });
        await bothUnderWay.Complete;
        page.SetResult("page");

        (await pages).ShouldBe(["page", "page"]);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task While_none_fails_none_is_told_to_stop()
    {
        var first = new Meeting(1);
        var isStopped = false;

        await Gather.All(["a", "b"], async (address, stop) =>
        {
            await (address == "a" ? first.Arrive() : first.Complete);
            if (address == "b") isStopped = stop.IsCancellationRequested;
            return address;
        });

        isStopped.ShouldBeFalse("a fetch was told to stop because another one had ended well");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task Where_two_fail_the_caller_hears_of_both()
    {
        var ending = await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            await Task.Yield();
            throw new Ending.Mistake(address);
        }));

        ending.Failures.ShouldBe(["a", "b"], "the caller never heard of one of the failures");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task When_one_fails_the_others_are_told_to_stop()
    {
        var ending = await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            if (address == "a") await Task.Delay(Timeout.Infinite, stop);
            await Task.Yield();
            throw new Ending.Mistake(address);
        }));

        ending.Failures.ShouldBe(["b"], "the caller hears what failed, not who was told to stop");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task When_one_is_cancelled_the_others_are_told_to_stop()
    {
        var ending = await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            if (address == "a") await Task.Delay(Timeout.Infinite, stop);
            await Task.Yield();
            throw new OperationCanceledException(address);
        }));

        ending.IsCancelled.ShouldBeTrue("the caller never heard that a fetch was cancelled");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task When_one_fails_the_others_have_ended_before_the_caller_goes_on()
    {
        var ended = 0;

        await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            if (address == "b") throw new Ending.Mistake(address);
            await Task.Yield();
            Interlocked.Increment(ref ended);
            return address;
        }));

        ended.ShouldBe(1, "the caller went on while a fetch was left behind");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task Where_there_is_nothing_to_fetch_there_are_no_pages()
    {
        var pages = await Gather.All([], (address, stop) => Task.FromResult(address));

        pages.ShouldBeEmpty();
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public async Task Where_two_are_cancelled_the_caller_hears_of_a_cancellation()
    {
        var ending = await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            await Task.Yield();
            throw new OperationCanceledException(address);
        }));

        ending.IsCancelled.ShouldBeTrue("the caller never heard that a fetch was cancelled");
    }
}
