using Interleavings;
using Katas.AsyncGather;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(14, "AsyncGather", "katas/14-AsyncGather/Gather.cs")]
public class Kata14_AsyncGather
{
    [Test, EveryInterleaving]
    public async Task Three_fetches_are_under_way_at_once()
    {
        var meeting = new Meeting(3);

        await Gather.All(["a", "b", "c"], async (address, stop) =>
        {
            await meeting.Arrive();
            return address;
        });
    }

    [Test, EveryInterleaving]
    public async Task The_pages_come_in_the_order_of_the_addresses()
    {
        var pages = await Gather.All(["a", "b"], async (address, stop) =>
        {
            await Task.Yield();
            return $"page {address}";
        });

        pages.ShouldBe(["page a", "page b"], "a page is missing, or in another's place");
    }

    [Test, EveryInterleaving]
    public async Task Where_two_fail_the_caller_hears_of_both()
    {
        var ending = await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            await Task.Yield();
            throw new FormatException(address);
        }));

        ending.Failures.ShouldBe(["a", "b"], "the caller never heard of one of the failures");
    }

    [Test, EveryInterleaving]
    public async Task When_one_fails_the_others_are_told_to_stop()
    {
        var ending = await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            if (address == "a") await Task.Delay(Timeout.Infinite, stop);
            await Task.Yield();
            throw new FormatException(address);
        }));

        ending.Failures.ShouldBe(["b"], "the caller hears what failed, not who was told to stop");
    }

    [Test, EveryInterleaving]
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

    [Test, EveryInterleaving]
    public async Task When_one_fails_the_others_have_ended_before_the_caller_goes_on()
    {
        var ended = 0;

        await Ending.Of(Gather.All(["a", "b"], async (address, stop) =>
        {
            if (address == "b") throw new FormatException(address);
            await Task.Yield();
            Interlocked.Increment(ref ended);
            return address;
        }));

        ended.ShouldBe(1, "the caller went on while a fetch was left behind");
    }

    [Test, EveryInterleaving]
    public async Task Where_there_is_nothing_to_fetch_there_are_no_pages()
    {
        var pages = await Gather.All([], (address, stop) => Task.FromResult(address));

        pages.ShouldBeEmpty();
    }
}
