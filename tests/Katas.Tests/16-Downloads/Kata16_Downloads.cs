using Interleavings;
using Katas.Downloads;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(16, "Downloads", "katas/16-Downloads/Downloader.cs")]
public class Kata16_Downloads
{
    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task Where_2_may_be_under_way_at_once_2_are()
    {
        var meeting = new Meeting(2);

        await Downloader.All(["a", "b"], 2, async (address, cancel) =>
        {
            await meeting.Arrive();
            return address;
        }, CancellationToken.None);
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task Where_1_may_be_under_way_2_never_are()
    {
        var (underWay, most) = (0, 1);

        await Downloader.All(["a", "b"], 1, async (address, cancel) =>
        {
            // Not asserted here: what a fetch throws, a good answer catches.
            if (Interlocked.Increment(ref underWay) > 1) Interlocked.Exchange(ref most, 2);
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return address;
        }, CancellationToken.None);

        most.ShouldBe(1, "more were under way than may be");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task A_place_that_gets_free_is_taken_while_the_other_is_still_under_way()
    {
        var last = new Meeting(1);

        await Downloader.All(["a", "b", "c"], 2, async (address, cancel) =>
        {
            if (address == "a") await last.Complete;
            if (address == "c") _ = last.Arrive();
            return address;
        }, CancellationToken.None);
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task One_that_fails_is_told_and_the_others_are_not_lost()
    {
        var broken = new Mistake();

        var downloads = await Downloader.All(["a", "b", "c"], 1, async (address, cancel) =>
        {
            if (address == "b") throw broken;
            return $"page {address}";
        }, CancellationToken.None);

        downloads.ShouldBe(
            [new("a", "page a", null), new("b", null, broken), new("c", "page c", null)],
            "a page or a failure is missing, or in another's place");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task One_that_times_out_is_told_and_the_others_are_not_lost()
    {
        // As HttpClient does where its own time limit is over: nobody has cancelled anything.
        var late = new TaskCanceledException("made on purpose");

        var downloads = await Downloader.All(["a", "b"], 1, async (address, cancel) =>
        {
            await Task.Yield();
            if (address == "a") throw late;
            return $"page {address}";
        }, CancellationToken.None);

        downloads.ShouldBe(
            [new("a", null, late), new("b", "page b", null)],
            "a page or a failure is missing, or in another's place");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task After_a_failure_there_is_no_place_more()
    {
        var (underWay, most) = (0, 1);

        await Downloader.All(["a", "b", "c"], 1, async (address, cancel) =>
        {
            if (address == "a") throw new Mistake();
            if (Interlocked.Increment(ref underWay) > 1) Interlocked.Exchange(ref most, 2);
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return address;
        }, CancellationToken.None);

        most.ShouldBe(1, "after a failure more were under way than may be");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task Each_page_is_fetched_once_also_after_a_failure()
    {
        var times = new int[3];

        await Downloader.All(["a", "b", "c"], 2, (address, cancel) =>
        {
            Interlocked.Increment(ref times[address[0] - 'a']);
            if (address == "b") throw new Mistake();
            return Task.FromResult(address);
        }, CancellationToken.None);

        times.ShouldBe([1, 1, 1], "a page was fetched again, or not at all");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task A_second_call_has_places_of_its_own()
    {
        var meeting = new Meeting(2);

        var first = Downloader.All(["a"], 1, Fetch, CancellationToken.None);
        var second = Downloader.All(["b"], 1, Fetch, CancellationToken.None);
        await Task.WhenAll(first, second);

        async Task<string> Fetch(string address, CancellationToken cancel)
        {
            await meeting.Arrive();
            return address;
        }
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task Cancelled_it_stops_what_is_under_way_and_begins_no_more()
    {
        using var source = new CancellationTokenSource();
        var (begun, isFirst) = (0, new Meeting(1));

        var all = Downloader.All(["a", "b"], 1, async (address, cancel) =>
        {
            cancel.ThrowIfCancellationRequested();
            Interlocked.Increment(ref begun);
            _ = isFirst.Arrive();
            await Task.Delay(Timeout.Infinite, cancel);
            return address;
        }, source.Token);
        await isFirst.Complete;
        source.Cancel();

        var ending = await Ending.Of(all);
        ending.IsCancelled.ShouldBeTrue("the caller never heard of the cancellation");
        begun.ShouldBe(1, "a fetch was begun after the cancellation");
    }

    /// <summary>
    /// A place that gets free in the moment of the cancellation may still be taken. But a fetch that waits
    /// for a place without the token takes it in every interleaving.
    /// </summary>
    [Test, SomeInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task Cancelled_none_has_to_begin_when_a_place_gets_free()
    {
        using var source = new CancellationTokenSource();
        var (begun, isFirst) = (0, new Meeting(1));
        var stubborn = new TaskCompletionSource<string>();

        var all = Downloader.All(["a", "b"], 1, (address, cancel) =>
        {
            Interlocked.Increment(ref begun);
            _ = isFirst.Arrive();
            return stubborn.Task;
        }, source.Token);
        await isFirst.Complete;
        source.Cancel();
        // It doesn't listen to its token, and ends later.
        stubborn.SetResult("page a");

        await Ending.Of(all);
        begun.ShouldBe(1, "a fetch was begun after the cancellation");
    }

    [Test, EveryInterleaving(PoolThreads = 1, LeftRunning = LeftRunning.Allowed)]
    public async Task Where_3_may_be_under_way_3_are_and_no_address_is_none()
    {
        var meeting = new Meeting(3);

        var none = await Downloader.All([], 3, Fetch, CancellationToken.None);
        var all = await Downloader.All(["a", "b", "c"], 3, Fetch, CancellationToken.None);

        none.ShouldBeEmpty();
        all.Length.ShouldBe(3);

        async Task<string> Fetch(string address, CancellationToken cancel)
        {
            await meeting.Arrive();
            return address;
        }
    }

    [Test]
    public async Task For_real_3_of_8_requests_are_in_flight_and_never_more()
    {
        await using var server = await Server(meeting: 3, requests: 8);

        var downloads = await server.Within(Downloader.All(
            server.Addresses(8), 3, Downloader.Fetch, CancellationToken.None));

        downloads.Select(download => download.Page).ShouldBe(
            ["page 1", "page 2", "page 3", "page 4", "page 5", "page 6", "page 7", "page 8"]);
        server.MostInFlight.ShouldBe(3, "requests in flight at once, where 3 may be");
    }

    [Test]
    public async Task For_real_a_connection_is_used_again()
    {
        await using var server = await Server(meeting: 3, requests: 8);

        await server.Within(Downloader.All(
            server.Addresses(8), 3, Downloader.Fetch, CancellationToken.None));

        server.Connections.ShouldBeLessThanOrEqualTo(3,
            "8 requests, 3 at once, need no more connections: is there an HttpClient for each?");
    }

    [Test]
    public async Task For_real_a_page_that_is_missing_does_not_lose_the_others()
    {
        await using var server = await Server(meeting: 2, requests: 3);
        string[] addresses = [.. server.Addresses(2), $"{server.Root}/missing"];

        var downloads = await server.Within(Downloader.All(
            addresses, 2, Downloader.Fetch, CancellationToken.None));

        downloads.Select(download => download.Page).ShouldBe(["page 1", "page 2", null]);
        downloads[2].Failure.ShouldBeOfType<HttpRequestException>();
    }

    [Test]
    public async Task For_real_the_requests_are_cancelled_on_their_way()
    {
        ForReal.IfProved(Cancelled_it_stops_what_is_under_way_and_begins_no_more);
        await using var server = await WebServer.Start(meeting: int.MaxValue, requests: 4);
        using var source = new CancellationTokenSource();

        var all = Downloader.All(server.Addresses(4), 2, Downloader.Fetch, source.Token);
        await server.Within(server.InFlight(2));
        source.Cancel();

        var ending = await server.Within(Ending.Of(all));
        ending.IsCancelled.ShouldBeTrue("the caller never heard of the cancellation");
        await server.Within(server.InFlight(0));
        server.Begun.ShouldBe(2, "a request was begun after the cancellation");
    }

    /// <summary>The real one: for code that is known not to hang it.</summary>
    Task<WebServer> Server(int meeting, int requests)
    {
        ForReal.IfProved(
            Where_2_may_be_under_way_at_once_2_are,
            Where_1_may_be_under_way_2_never_are,
            A_place_that_gets_free_is_taken_while_the_other_is_still_under_way,
            One_that_fails_is_told_and_the_others_are_not_lost);
        return WebServer.Start(meeting, requests);
    }

    /// <summary>No attempt can know it.</summary>
    sealed class Mistake() : Exception("made on purpose");
}
